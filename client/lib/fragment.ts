/** What stands behind the # of the address, once: it is taken out of the address bar and of the history. */
export function takeFragment(): string {
  const token = location.hash.slice(1)
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
