import { View } from '@tarojs/components'

export default function Placeholder() {
  return <View>邻里</View>
}
