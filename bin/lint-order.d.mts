export const config: object
