import { HousePage } from '../../features/house/house-page.tsx'
import { Papers } from '../../features/house/papers.tsx'

/** `/house/papers`: the community's papers. */
export function Page() {
  return (
    <HousePage area="documents">
      <Papers />
    </HousePage>
  )
}
