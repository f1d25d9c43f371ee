/** The camera of a laptop, over the page: only what was seen here counts as taken in the app, for a browser cannot tell a new file from an old one. */
import { PhotoTrouble } from './photo'

/** Null: the person thought better of it. */
export async function shoot(): Promise<Blob | null> {
  const stream = await navigator.mediaDevices?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1600 } } }).catch(() => undefined)
  if (!stream) throw new PhotoTrouble('no-camera')
  const over = document.createElement('dialog')
  over.setAttribute('aria-label', '拍照')
  Object.assign(over.style, { border: '0', padding: '0', maxWidth: '100vw', maxHeight: '100vh', width: '100vw', height: '100vh', background: '#111', display: 'flex', flexDirection: 'column' })
  const video = document.createElement('video')
  Object.assign(video.style, { flex: '1', minHeight: '0', width: '100%', objectFit: 'contain' })
  Object.assign(video, { srcObject: stream, muted: true, playsInline: true })
  const foot = document.createElement('div')
  Object.assign(foot.style, { display: 'flex', justifyContent: 'center', gap: '24px', padding: '16px' })
  over.append(video, foot)
  document.body.append(over)
  try {
    over.showModal()
    await video.play()
    const wanted = await new Promise<boolean>((resolve) => {
      foot.append(button('不拍了', () => resolve(false)), button('拍下', () => resolve(true)))
      over.addEventListener('cancel', () => resolve(false))
    })
    return wanted ? await frameOf(video) : null
  } finally {
    for (const track of stream.getTracks()) track.stop()
    over.remove()
  }
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.textContent = words
  Object.assign(made.style, { minWidth: '120px', minHeight: '60px', fontSize: '22px', borderRadius: '8px', border: '1px solid #fff', background: '#111', color: '#fff' })
  made.addEventListener('click', press)
  return made
}

function frameOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PhotoTrouble('unreadable'))), 'image/jpeg', 0.95)
  })
}
