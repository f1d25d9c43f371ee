const { mergeInternalComponents } = require('@tarojs/shared')
const { ariaOfComponents } = require('./aria-attributes.cjs')

mergeInternalComponents(ariaOfComponents)
