import { useBeforeLeave, useNavigate } from '@solidjs/router'

const INSIDE = /^\/(guest|mediation|help\/disagreements|settings\/mediation)(\/|\?|#|$)/

/**
 * Keeps everything about mediation in one entry of the browser's history: whoever clears the screen takes that entry
 * away, and Back shows nobody that there was another page of it before.
 */
export function useOneEntry(): void {
  const navigate = useNavigate()
  useBeforeLeave((leave) => {
    if (typeof leave.to !== 'string' || leave.options?.replace || !INSIDE.test(leave.to)) return
    leave.preventDefault()
    navigate(leave.to, { replace: true })
  })
}
