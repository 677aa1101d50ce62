import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import style from './thread.module.css'

const t = texts(posts)

/** The way back, where an installed page shows no button of the browser's. */
export function Back(props: { onPress: () => void }) {
  return (
    <p>
      <Button kind="quiet" class={style.back} onClick={() => props.onPress()}>
        {t('back')}
      </Button>
    </p>
  )
}
