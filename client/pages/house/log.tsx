import { HousePage } from '../../features/house/house-page.tsx'
import { Log } from '../../features/house/log.tsx'

/** `/house/log`: what those who run the community did. */
export function Page() {
  return (
    <HousePage area="audit_read">
      <Log />
    </HousePage>
  )
}
