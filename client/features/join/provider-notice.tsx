import { Show } from 'solid-js'
import type { Notice } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { domainOf, matchesDomain } from '../../lib/mail-address.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'

const t = texts(join)

/** The community's notice about the provider of this address, if it has one. */
export function noticeFor(address: string, notices: readonly Notice[]): Notice | undefined {
  const domain = domainOf(address)
  return domain === '' ? undefined : notices.find((notice) => notice.domains && matchesDomain(domain, notice.domains))
}

interface ProviderNoticeProps {
  notice: Notice | undefined
  onOther: () => void
  onByHand: () => void
}

/** Comes the moment such an address is typed, with the two ways on. */
export function ProviderNotice(props: ProviderNoticeProps) {
  return (
    <div role="status">
      <Show when={props.notice}>
        {(notice) => (
          <Slip tone="warn">
            <p dir="auto">
              <b>{notice().title}</b>
            </p>
            <div dir="auto" class="stack-s" innerHTML={notice().text_html} />
            <p class="row">
              <Button onClick={() => props.onOther()}>{t('noticeOther')}</Button>
              <Button onClick={() => props.onByHand()}>{t('noticeByHand')}</Button>
            </p>
          </Slip>
        )}
      </Show>
    </div>
  )
}
