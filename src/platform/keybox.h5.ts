/**
 * A browser's local storage encrypts nothing: here the key lies beside the box and protects from nobody who sits at this laptop. The browser build is for
 * trying out and for training; in production everybody uses WeChat.
 */
export async function takeKey(name: string): Promise<string | null> {
  return localStorage.getItem(name)
}

export async function putKey(name: string, key: string): Promise<void> {
  localStorage.setItem(name, key)
}

export async function dropKey(name: string): Promise<void> {
  localStorage.removeItem(name)
}

export async function randomBytes(length: number): Promise<Uint8Array> {
  return crypto.getRandomValues(new Uint8Array(length))
}
