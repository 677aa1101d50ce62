import packageFile from '../../../package.json' with { type: 'json' }
import { URL_LENGTH } from '../../../shared/text/length.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { ourHost } from '../accounts/present.ts'
import { readPublicKey } from '../push/key.ts'
import { presentWords, readRulesInForce } from '../rules/present.ts'
import { type CommunitySettings, readSettings, registrationMode } from '../settings/queries.ts'
import { openPaper } from './mastodon-texts.ts'
import { readContact, readStats } from './present.ts'
import { countActive } from './queries.ts'
import { sourceOf } from './source.ts'

/** Clients read from this which of Mastodon's versions they speak with; what is newer is not here. */
const version = `4.3.0 (compatible; Left Community ${packageFile.version})`

/** What counts as a month for Mastodon: four weeks. */
const MONTH = 28 * DAY

// every part is there, also where this server has nothing to offer: typed clients fail without
const statuses = {
  max_characters: limits.statusCharacters,
  max_media_attachments: limits.mediaPerPost,
  characters_reserved_per_url: URL_LENGTH,
}
const media = {
  supported_mime_types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
  description_limit: limits.mediaDescription,
  image_size_limit: limits.imageBytes,
  image_matrix_limit: limits.imagePixels,
  video_size_limit: 0,
  video_frame_rate_limit: 0,
  video_matrix_limit: 0,
}
const polls = {
  max_options: limits.pollOptions,
  max_characters_per_option: limits.pollOption,
  min_expiration: limits.pollShortest,
  max_expiration: limits.pollLongest,
}
const accounts = {
  max_featured_tags: limits.featuredTags,
  max_pinned_statuses: 0,
  max_display_name_length: limits.displayName,
  max_note_length: limits.bio,
  max_avatar_description_length: limits.pictureDescription,
  max_header_description_length: limits.pictureDescription,
  max_profile_fields: limits.profileFields,
  profile_field_name_limit: limits.profileField,
  profile_field_value_limit: limits.profileField,
}
const feeds = { local: 'public', remote: 'authenticated' }
const access = {
  live_feeds: feeds,
  hashtag_feeds: feeds,
  trending_link_feeds: feeds,
}

const streamingBase = (publicUrl: string) => publicUrl.replace(/^http/, 'ws')

/** The ground rules as Mastodon has rules: what stands under one is its hint. */
export function presentInstanceRules(ctx: Context) {
  const words = presentWords(ctx.db, readRulesInForce(ctx.db))
  return words.ground_rules.map(({ id, text, hint, children, translations }) => ({
    id,
    text,
    hint: [hint, ...children.map((child) => `${child.number} ${child.text}`)].filter(Boolean).join('\n'),
    translations: Object.fromEntries(
      Object.entries(translations).map(([locale, said]) => [locale, { text: said.text, hint: said.hint }]),
    ),
  }))
}

function presentRegistrations(ctx: Context, settings: CommunitySettings) {
  const mode = registrationMode(ctx, settings)
  return {
    enabled: mode === 'open' || mode === 'approval',
    approval_required: mode === 'approval',
    reason_required: mode === 'approval',
    message: null,
    min_age: settings.minAge,
    url: `${ctx.config.publicUrl}/join`,
  }
}

const picture = (ctx: Context, size: 192 | 512) => `${ctx.config.publicUrl}/icon-${size}.png`

/**
 * The community as Mastodon's `/api/v2/instance`. `api_versions` names the last of Mastodon's numbered sets that is served
 * whole, grouped notifications; `community` is ours and says where our own API is described.
 */
export function presentInstance(ctx: Context) {
  const settings = readSettings(ctx.db)
  const { publicUrl } = ctx.config
  const about = `${publicUrl}/about`
  return {
    domain: ourHost(ctx),
    title: settings.name,
    version,
    source_url: sourceOf(settings) ?? about,
    description: settings.statement,
    usage: { users: { active_month: countActive(ctx.db, { since: ctx.now() - MONTH })?.people ?? 0 } },
    thumbnail: { url: picture(ctx, 512), blurhash: null, versions: {}, description: '' },
    icon: ([192, 512] as const).map((size) => ({ src: picture(ctx, size), size: `${size}x${size}` })),
    languages: settings.languages,
    configuration: {
      urls: {
        streaming: streamingBase(publicUrl),
        status: null,
        about,
        privacy_policy: openPaper(ctx, 'privacy') ? `${publicUrl}/papers#privacy` : null,
        terms_of_service: openPaper(ctx, 'terms') ? `${publicUrl}/papers#terms` : null,
      },
      vapid: { public_key: readPublicKey(ctx) },
      accounts,
      statuses,
      media_attachments: media,
      polls,
      translation: { enabled: false },
      timelines_access: access,
      limited_federation: settings.federation === 'allow_list',
    },
    registrations: presentRegistrations(ctx, settings),
    api_versions: { mastodon: 2, left_community: 1 },
    contact: { email: settings.contactEmail ?? '', account: readContact(ctx, settings) },
    rules: presentInstanceRules(ctx),
    community: {
      api: `${publicUrl}/api/community/v1/openapi.json`,
      rules_version: readRulesInForce(ctx.db).version,
      local_only_posts: true,
      warning_topics: `${publicUrl}/api/community/v1/warnings/topics`,
    },
  }
}

/** The same as the older `/api/v1/instance`, from which many clients still start. */
export function presentOldInstance(ctx: Context) {
  const instance = presentInstance(ctx)
  const stats = readStats(ctx)
  return {
    uri: instance.domain,
    title: instance.title,
    short_description: instance.description,
    description: instance.description,
    email: instance.contact.email,
    version,
    urls: { streaming_api: instance.configuration.urls.streaming },
    stats: { user_count: stats.users, status_count: stats.statuses, domain_count: stats.peers },
    thumbnail: instance.thumbnail.url,
    languages: instance.languages,
    registrations: instance.registrations.enabled,
    approval_required: instance.registrations.approval_required,
    invites_enabled: false,
    configuration: { accounts, statuses, media_attachments: media, polls },
    contact_account: instance.contact.account,
    rules: instance.rules,
  }
}
