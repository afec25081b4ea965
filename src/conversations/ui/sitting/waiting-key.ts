/** The name of the sign in this browser that notes of this owner wait. */
export const waitingKey = (owner: string) => `notes.waiting.${owner}`
