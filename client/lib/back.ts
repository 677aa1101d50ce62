import { useNavigate } from '@solidjs/router'

/**
 * A way back that never leaves this community: to the page one came from, and home where that was another site's or
 * none.
 */
export function useBack(): () => void {
  const navigate = useNavigate()
  return () => (cameFromHere() ? navigate(-1) : navigate('/home', { replace: true }))
}

function cameFromHere(): boolean {
  // The Navigation API knows only the entries of this site; browsers without it cannot tell.
  return 'navigation' in window ? window.navigation.canGoBack : history.length > 1
}
