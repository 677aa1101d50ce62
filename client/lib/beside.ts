/**
 * Call it before a row of a list goes: it gives what to call afterwards, which moves the focus on to the row beside it,
 * or to the page's heading.
 */
export function beside(): () => void {
  const row = document.activeElement?.closest('li')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  return () => {
    const goal = next?.isConnected ? next.querySelector<HTMLElement>('button, a') : null
    const heading = document.querySelector<HTMLElement>('h1')
    if (!goal && heading) heading.tabIndex = -1
    ;(goal ?? heading)?.focus()
  }
}
