import { Disk } from '../../features/house/disk.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/disk`: what uses the disk, and how much may be. */
export function Page() {
  return (
    <HousePage area="disk">
      <Disk />
    </HousePage>
  )
}
