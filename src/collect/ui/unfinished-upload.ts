/** An upload that was begun in this browser: enough to know the file again after the page was loaded anew. */
export type UnfinishedUpload = { uploadId: string; name: string; size: number; modified: number }

const keyOf = (workspaceId: string) => `samtale.upload.${workspaceId}`

export function rememberUpload(workspaceId: string, upload: UnfinishedUpload | null): void {
  try {
    if (upload === null) localStorage.removeItem(keyOf(workspaceId))
    else localStorage.setItem(keyOf(workspaceId), JSON.stringify(upload))
  } catch {
    // A browser that keeps nothing begins from the start.
  }
}

export function rememberedUpload(workspaceId: string): UnfinishedUpload | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(workspaceId)) ?? 'null')
    return isUpload(kept) ? kept : null
  } catch {
    return null
  }
}

export function isSameFile(file: File, upload: UnfinishedUpload): boolean {
  return file.name === upload.name && file.size === upload.size && file.lastModified === upload.modified
}

function isUpload(value: unknown): value is UnfinishedUpload {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uploadId' in value &&
    'name' in value &&
    'size' in value &&
    'modified' in value
  )
}
