import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { pictures } from '../../locales/en/pictures.ts'

const t = texts(pictures)

/** The kinds of files that can be added. */
export const TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']

/** Which of these files can be added while there is room for so many, and what is to say of the others. */
export function choose(files: readonly File[], room: number): { taken: File[]; wrong: string | undefined } {
  const wrong = files.map(wrongWith).find((words) => words !== undefined)
  const good = files.filter((file) => wrongWith(file) === undefined)
  const taken = good.slice(0, Math.max(0, room))
  return { taken, wrong: wrong ?? (taken.length < good.length ? t('full', sharedLimits.mediaPerPost) : undefined) }
}

function wrongWith(file: File): string | undefined {
  if (!TYPES.includes(file.type)) return t('noPicture', file.name)
  if (file.size <= sharedLimits.imageBytes) return undefined
  return t('tooLarge', file.name, sharedLimits.imageBytes / 1_048_576)
}

/** What a form needs to take files that are pasted into it or dropped on it; text goes where it always went. */
export function takingFiles(attach: (files: File[]) => void) {
  const take = (event: Event, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    attach(files)
  }
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    },
  }
}
