/** Looking at a picture. */
export const viewer = {
  title: (author: string) => `Pictures of a post by ${author}`,
  place: (n: number, of: number) => `${n} of ${of}`,
  close: 'Close',
  save: 'Save',
  saveHint: 'Save this picture on your device',
  before: 'Previous',
  all: 'All pictures of the post',
  first: 'This is the first picture.',
  last: 'This is the last picture.',
  next: 'Next',
  larger: 'Larger',
  smaller: 'Smaller',
  undescribed: 'This picture has no description.',
} as const
