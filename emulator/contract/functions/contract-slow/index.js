'use strict'
exports.main = () => new Promise((resolve) => setTimeout(resolve, 30_000))
