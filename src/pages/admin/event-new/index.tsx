/** 办活动: first a draft, then a look at it, then 发布. What was typed stays until the draft is safe. With a draft's id: that draft, written anew. */
import { useRouter } from '@tarojs/taro'
import { EditDraft } from './edit-draft'
import { NewDraft } from './new-draft'

export default function EventNew() {
  const { draft, like } = useRouter().params
  return draft === undefined ? <NewDraft like={like ?? null} /> : <EditDraft key={draft} eventId={draft} />
}
