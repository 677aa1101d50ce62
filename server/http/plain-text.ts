const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The words of HTML that our formatter made, in one line and cut to `most` characters, for titles and descriptions. */
export function plainText(html: string, most: number): string {
  const text = html
    .replace(/<br \/>|<\/p>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim()
  const signsOf = [...text]
  return signsOf.length > most ? `${signsOf.slice(0, most - 1).join('')}…` : text
}
