/** Nothing yet: engines for tests start here once they exist. */
export default function setup(): void {}
