/** What stands on the screen is from before: said, never hidden, and asked again with one tap. */
import { Notice } from '../components/notice'

export function StaleNotice({ shown, onRetry }: { shown: boolean; onRetry: () => void }) {
  if (!shown) return null
  return <Notice icon="again" act={{ text: '再试一次', onPress: onRetry }}>没取到新的，这是刚才的</Notice>
}
