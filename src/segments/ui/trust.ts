/** The last part of the messages that say how far to trust a segment. */
export const trustKeys = {
  'highly stable': 'high',
  valid: 'valid',
  'pattern only': 'pattern',
  'do not trust': 'none',
} as const
