// Generated from the migrated database by bin/generate-tables.ts; a test fails when it is out of date.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, unknown, unknown>

export type Tables = {
  answer_files: {
    workspace_id: string
    study_id: string
    series: string | null
    table_fingerprint: string | null
    name_hash: string | null
  }
  attempts: {
    key: string
    count: number
    window_ends_at: Date
  }
  audit: {
    id: Generated<number>
    workspace_id: string
    at: Generated<Date>
    actor_kind: string
    actor_id: string | null
    actor_name: string | null
    action: string
    subject_kind: string | null
    subject_id: string | null
    purpose: string | null
    detail: Json
  }
  code_history: {
    id: Generated<number>
    workspace_id: string
    code_id: string
    what: string
    fields: Generated<string[]>
    other_id: string | null
    user_id: string | null
    at: Generated<Date>
  }
  codebooks: {
    id: Generated<string>
    workspace_id: string
    name: string
    created_at: Generated<Date>
    created_by: string | null
    removed_at: Date | null
  }
  codes: {
    id: Generated<string>
    workspace_id: string
    study_id: string | null
    name: string
    description: Generated<string>
    colour: Generated<string>
    created_at: Generated<Date>
    created_by: string | null
    removed_at: Date | null
    parent_id: string | null
    example: Generated<string>
    origin: Generated<string>
    level: string | null
    force: string | null
    codebook_id: string | null
    place: Generated<number>
    words_taken_out_at: Date | null
  }
  coding_changes: {
    workspace_id: string
    version: Generated<number>
    said: Generated<number>
  }
  coding_export_people: {
    export_id: string
    person_no: number
    workspace_id: string
  }
  coding_export_quotes: {
    export_id: string
    highlight_id: string
    workspace_id: string
  }
  coding_exports: {
    id: Generated<string>
    workspace_id: string
    study_id: string | null
    kind: string
    member_id: string | null
    passages: Generated<number>
    interviews: Generated<number>
    at: Generated<Date>
  }
  coding_imports: {
    id: Generated<string>
    workspace_id: string
    study_id: string | null
    file_name: string
    fingerprint: string
    origin: Generated<string>
    counts: Json
    report: Json
    member_id: string | null
    at: Generated<Date>
  }
  coding_log: {
    id: Generated<number>
    workspace_id: string
    study_id: string | null
    user_id: string
    steps: Json
    at: Generated<Date>
    undone_at: Date | null
    what: string | null
  }
  coding_rounds: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    name: string
    state: Generated<string>
    seed: number | null
    begun_at: Date
    begun_by: string | null
    ended_at: Date | null
    settled_at: Date | null
  }
  consent_ledger: {
    id: Generated<number>
    workspace_id: string
    person_no: number
    purpose: number
    scope: Generated<string>
    state: string
    happened_at: Date
    recorded_at: Generated<Date>
    wording: string | null
    language: string | null
    channel: string
    source_id: string | null
    actor_kind: string
    actor_id: string | null
    evidence_id: string | null
    wording_version: string | null
    manner: string | null
  }
  consent_state: {
    workspace_id: string
    person_no: number
    purpose: number
    scope: string
    state: string
    happened_at: Date
    ledger_id: number
  }
  contact_list_people: {
    id: Generated<number>
    list_id: string
    workspace_id: string
    first_no: number
    last_no: number
    people: number[]
    stands_for: number | null
  }
  contact_list_refusals: {
    id: Generated<string>
    list_id: string
    workspace_id: string
    person_no: number | null
    at: Date
    mailed_at: Date | null
  }
  contact_lists: {
    id: Generated<string>
    workspace_id: string
    segment: string
    purpose: number
    member_id: string | null
    at: Date
    settled_at: Date | null
  }
  coreq_answers: {
    workspace_id: string
    study_id: string
    item: number
    answer: string
    version: Generated<number>
    member_id: string | null
    at: Generated<Date>
  }
  credentials: {
    id: string
    account_id: string
    provider_id: string
    user_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Date | null
    refresh_token_expires_at: Date | null
    scope: string | null
    password: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  document_parts: {
    document_id: string
    position: number
    bytes: Buffer
  }
  documents: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    participant_id: string | null
    kind: string
    name: string
    media: string
    size: number
    pages: Generated<number>
    place_removed: Generated<boolean>
    fingerprint: string
    happened_on: Date | null
    created_at: Generated<Date>
    created_by: string | null
  }
  draws: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    seed: string
    method: string
    strata: Json
    drawn_at: Date
    drawn_by: string | null
  }
  erased_transcripts: {
    workspace_id: string
    fingerprint: string
    erased_at: Generated<Date>
  }
  exported_conversations: {
    workspace_id: string
    interview_id: string
    person_no: number | null
  }
  framework_quotes: {
    summary_id: string
    highlight_id: string
    words_hash: string
  }
  framework_summaries: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    person_no: number
    code_id: string
    text: string
    version: Generated<number>
    written_by: string | null
    written_at: Date
  }
  framework_versions: {
    summary_id: string
    version: number
    text: string
    written_by: string | null
    written_at: Date
  }
  gatherings_told: {
    sitting_id: string
    workspace_id: string
    told_member: string | null
    member_told_as: Generated<string>
    member_sequence: Generated<number>
  }
  grounds: {
    workspace_id: string
    person_no: number
    declarer_id: string
    since: Generated<Date>
  }
  held_facts: {
    id: Generated<number>
    workspace_id: string
    source_id: string
    trait: string
    person_no: number
    value: string
    at: Date
    origin: string
    reason: string
  }
  highlight_codes: {
    highlight_id: string
    code_id: string
    workspace_id: string
    created_at: Generated<Date>
    created_by: string | null
  }
  highlights: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    interview_id: string
    utterance_id: string
    start_at: number
    end_at: number
    utterance_version: number
    lost_text: string | null
    note: Generated<string>
    created_at: Generated<Date>
    created_by: string | null
    removed_at: Date | null
    continues_id: string | null
    round_id: string | null
    coder_id: string | null
    noted_by: string | null
    noted_at: Date | null
    refused_at: Date | null
  }
  identifiers: {
    workspace_id: string
    kind: string
    value: string
    person_no: number
    source_id: string | null
    trusted: Generated<boolean>
    first_seen: Generated<Date>
  }
  import_rejects: {
    import_id: string
    line: number
    workspace_id: string
    raw: string
    reason: string
    message: string
    replayed_at: Date | null
  }
  imports: {
    id: Generated<string>
    workspace_id: string
    upload_id: string | null
    file_name: string
    file_size: number
    digest: string
    file: Json
    guesses: Json
    kind: string
    mapping: Json
    grounds: Json
    state: Generated<string>
    source_id: string | null
    mends: string | null
    same_as: string | null
    total: number | null
    position: Generated<number>
    processed: Generated<number>
    imported: Generated<number>
    rejected: Generated<number>
    people_new: Generated<number>
    people_known: Generated<number>
    facts: Generated<number>
    held: Generated<number>
    events: Generated<number>
    consents: Generated<number>
    unread: Generated<number>
    counted_new: Buffer | null
    counted_known: Buffer | null
    people_before: number | null
    runner: string | null
    problem: string | null
    created_at: Generated<Date>
    created_by: string | null
    started_at: Date | null
    progressed_at: Date | null
    finished_at: Date | null
  }
  in_vivo_words: {
    id: Generated<number>
    workspace_id: string
    code_id: string
    speaker_id: string | null
    highlight_id: string | null
    words: string
  }
  interviews: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    title: string
    kind: string
    happened_at: Date
    interviewer_id: string | null
    interviewer_name: string | null
    language: string
    language_guessed: string | null
    source_name: string
    fingerprint: string
    dropped: Json
    words: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
    respondent_series: string | null
    table_fingerprint: string | null
  }
  invitations: {
    id: Generated<string>
    workspace_id: string
    email: string
    role: string
    token_hash: string
    invited_by: string | null
    created_at: Generated<Date>
    expires_at: Date
    accepted_at: Date | null
    revoked_at: Date | null
  }
  invitees: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    person_no: number | null
    address: string | null
    draw_id: string | null
    is_introduced: Generated<boolean>
    introduced_by: string | null
    quota_segment: string | null
    quota_language: string | null
    language: string
    state: string
    answers: Json
    called: Generated<string>
    participant_id: string | null
    sitting_id: string | null
    zone: string | null
    made_at: Date
    released_at: Date | null
    asked_at: Date | null
    opened_at: Date | null
    answered_at: Date | null
    agreed_at: Date | null
    expires_at: Date
    letter: Generated<number>
    tried: Generated<number>
    next_try_at: Date | null
    told_as: Generated<string>
    told_at: Date | null
    sequence: Generated<number>
    reminded_as: Generated<string>
    told_member: string | null
    member_told_as: Generated<string>
    member_sequence: Generated<number>
  }
  joined_invitees: {
    gone_id: string
    stays_id: string
    workspace_id: string
  }
  journal_entries: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    user_id: string
    written_on: Date
    text: string
    version: Generated<number>
    shared_at: Date | null
    created_at: Date
    changed_at: Date
  }
  keys: {
    id: Generated<string>
    workspace_id: string
    kind: string
    name: string
    hint: string
    hash: string
    scopes: Generated<string[]>
    created_at: Generated<Date>
    created_by: string | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
  left_out_properties: {
    workspace_id: string
    name: string
    why: string
    times: number
    newest: Date
  }
  legal_bases: {
    workspace_id: string
    declarer_kind: string
    declarer_id: string
    purpose: number
    basis: string
    evidence: string | null
    declared_at: Generated<Date>
    declared_by: string | null
  }
  mails: {
    id: Generated<string>
    workspace_id: string | null
    recipient: string
    subject: string
    body: string
    created_at: Generated<Date>
    sent_at: Date | null
    error: string | null
    key: string | null
    began_at: Date | null
  }
  member_hours: {
    member_id: string
    workspace_id: string
    zone: string
    weekly: Json
    exceptions: Json
    buffer_minutes: Generated<number>
    notice_hours: Generated<number>
    version: Generated<number>
  }
  members: {
    id: Generated<string>
    workspace_id: string
    user_id: string
    role: string
    created_at: Generated<Date>
  }
  memos: {
    id: Generated<string>
    workspace_id: string
    kind: string
    study_id: string | null
    interview_id: string | null
    code_id: string | null
    person_no: number | null
    text: string
    version: Generated<number>
    created_at: Date
    created_by: string | null
    changed_at: Date
    changed_by: string | null
    removed_at: Date | null
  }
  migrations: {
    name: string
    applied_at: Generated<Date>
  }
  new_special_names: {
    workspace_id: string
    day: Date
    listed: number
    has_more: Generated<boolean>
  }
  outbox: {
    id: Generated<number>
    workspace_id: string
    topic: string
    payload: Json
    created_at: Generated<Date>
    done_at: Date | null
    attempts: Generated<number>
    next_attempt_at: Generated<Date>
    error: string | null
  }
  own_corrections: {
    id: Generated<string>
    workspace_id: string
    participant_id: string
    utterance_id: string
    version: number
    at: Date
  }
  participants: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    person_no: number
    language: string | null
    joined_at: Generated<Date>
    recording_agreed: boolean | null
    recording_wording: string | null
    recording_at: Date | null
    quoted_as: string | null
    respondent_keys: Generated<string[]>
  }
  people: {
    no: Generated<number>
    id: Generated<string>
    workspace_id: string
    pseudonym: Generated<string>
    has_email: Generated<boolean>
    created_at: Generated<Date>
    first_source_id: string | null
    merged_into: number | null
  }
  permission_changes: {
    seq: Generated<number>
    workspace_id: string
    person_nos: number[]
  }
  person_links: {
    id: Generated<string>
    workspace_id: string
    participant_id: string
    made_at: Date
    made_by: string | null
    expires_at: Date
    mailed_at: Date | null
    opened_at: Date | null
    revoked_at: Date | null
    joined_at: Date | null
  }
  pseudonym_notes: {
    pseudonym_id: string
    workspace_id: string
    study_id: string
    source: string
    source_id: string
    times: number
  }
  pseudonym_places: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    pseudonym_id: string
    interview_id: string
    field: string
    utterance_id: string | null
    speaker_id: string | null
    start_at: number
    end_at: number
    applied: string | null
    form: string | null
  }
  pseudonym_readings: {
    interview_id: string
    workspace_id: string
    study_id: string
    rules: number
    read_at: Date
  }
  pseudonyms: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    kind: string
    key_hash: string
    original: string
    pseudonym: string
    state: Generated<string>
    any_case: Generated<boolean>
    person_no: number | null
    version: Generated<number>
    decided_at: Date | null
    decided_by: string | null
    team_words: string | null
    sought: Generated<boolean>
  }
  quote_set_quotes: {
    set_id: string
    highlight_id: string
    workspace_id: string
    place: number
    note: Generated<string>
    added_by: string | null
    added_at: Date
  }
  quote_sets: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    name: string
    note: Generated<string>
    version: Generated<number>
    created_by: string | null
    created_at: Date
    changed_at: Date
    removed_at: Date | null
  }
  recording_files_gone: {
    file_key: string
    begun: string
    at: Generated<Date>
  }
  recording_heard: {
    recording_id: string
    position: number
    participant_id: string | null
  }
  recording_pieces: {
    recording_id: string
    number: number
    size: number
    sha256: Buffer
    tag: string
  }
  recording_receipts: {
    id: string
    workspace_id: string
    study_id: string
    why: string
    size: number
    sha256: string | null
    gone_at: Date
  }
  recording_rules: {
    study_id: string
    workspace_id: string
    days_after: number | null
    until_day: Date | null
    version: Generated<number>
  }
  recordings: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    interview_id: string | null
    name: string
    size: number
    received: Generated<number>
    media: string | null
    state: Generated<string>
    begun: Generated<string>
    sha256: string | null
    duration_ms: number | null
    peaks: Buffer | null
    language: string
    happened_at: Date
    created_at: Generated<Date>
    created_by: string | null
    arrived_at: Date | null
    transcribed_at: Date | null
  }
  recordings_sent: {
    run: string
    participant_id: string
    workspace_id: string
    recording_id: string
    happened_at: Date
    host: string
    sent_at: Date
  }
  recruitments: {
    study_id: string
    workspace_id: string
    rest_months: Generated<number>
    minutes: Generated<number>
    about: Json
    gift: Json
    place: Json
    screener: Json
    version: Generated<number>
  }
  refused_events: {
    id: Generated<string>
    workspace_id: string
    source_id: string | null
    received_at: Generated<Date>
    reason: string
    body: string
    replayed_at: Date | null
  }
  region_codes: {
    region_id: string
    code_id: string
    workspace_id: string
    created_at: Generated<Date>
    created_by: string | null
  }
  regions: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    document_id: string
    page: number
    left_at: number
    top_at: number
    width: number
    height: number
    created_at: Generated<Date>
    created_by: string | null
    removed_at: Date | null
  }
  requests: {
    id: Generated<string>
    workspace_id: string
    kind: string
    state: string
    requested_at: Generated<Date>
    requested_by: string | null
    completed_at: Date | null
    people: Json
    counts: Json
    receipt: Json
    names: string | null
  }
  round_coders: {
    round_id: string
    user_id: string
    workspace_id: string
    place: number
    finished_at: Date | null
  }
  round_codes: {
    round_id: string
    code_id: string
    workspace_id: string
  }
  round_interviews: {
    round_id: string
    interview_id: string
    workspace_id: string
  }
  round_marks: {
    highlight_id: string
    code_id: string
    workspace_id: string
    kept: boolean | null
    settled_by: string | null
    settled_at: Date | null
    note: Generated<string>
  }
  saturation_words: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    why: string
    conversations: number
    written_by: string | null
    written_at: Date
  }
  search_due: {
    seq: Generated<number>
    workspace_id: string
    interview_id: string
  }
  search_notes: {
    id: Generated<number>
    workspace_id: string
    kind: string
    note_id: string
    part: number
    version: number
    language: string
    words: string
  }
  search_notes_due: {
    seq: Generated<number>
    workspace_id: string
    kind: string
    note_id: string
  }
  search_texts: {
    id: Generated<number>
    workspace_id: string
    interview_id: string
    utterance_id: string
    highlight_id: string | null
    part: number
    position: number
    version: number
    language: string
    words: string
    own_language: string | null
  }
  segment_proposals: {
    id: Generated<string>
    workspace_id: string
    audience: Json
    outcome: Json
    leave_out: Generated<string[]>
    trusted: Generated<string[]>
    seed: number
    state: Generated<string>
    done: Generated<number>
    total: Generated<number>
    result: Json
    problem: string | null
    created_at: Generated<Date>
    created_by: Generated<string>
    finished_at: Date | null
  }
  segment_sets: {
    id: Generated<string>
    workspace_id: string
    name: string
    audience: Json
    outcome: Json
    proposal_id: string | null
    version: Generated<number>
    created_at: Generated<Date>
    created_by: Generated<string>
    changed_at: Generated<Date>
    changed_by: Generated<string>
    removed_at: Date | null
  }
  segment_sizes: {
    segment_id: string
    at: Date
    size: number
    outcome_yes: number | null
    outcome_of: number | null
  }
  segments: {
    id: Generated<string>
    workspace_id: string
    set_id: string
    place: number
    name: string
    rule: Json
    evidence: Json
    created_at: Generated<Date>
    changed_at: Generated<Date>
    removed_at: Date | null
  }
  sessions: {
    id: string
    token: string
    user_id: string
    expires_at: Date
    ip_address: string | null
    user_agent: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  shared_mirrors: {
    interview_id: string
    workspace_id: string
    member_id: string
    shared_at: Date
  }
  sitting_companions: {
    sitting_id: string
    member_id: string
    workspace_id: string
    part: string
    told_at: Date | null
  }
  sitting_handovers: {
    id: Generated<string>
    sitting_id: string
    workspace_id: string
    from_member: string | null
    to_member: string | null
    at: Date
  }
  sitting_notes: {
    id: string
    workspace_id: string
    sitting_id: string
    member_id: string | null
    kind: string
    at: Date
    text: Generated<string>
    lines: Json
    about: string | null
    revision: Generated<number>
    removed_at: Date | null
    received_at: Generated<Date>
  }
  sitting_people: {
    sitting_id: string
    participant_id: string
    workspace_id: string
    number: number
    called: Generated<string>
  }
  sittings: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    interviewer_id: string | null
    starts_at: Date
    minutes: number
    language: string
    state: Generated<string>
    version: Generated<number>
    began_at: Date | null
    ended_at: Date | null
    interview_id: string | null
    offset_ms: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
  }
  sources: {
    id: Generated<string>
    workspace_id: string
    name: string
    party: string
    origin: string
    kind: string
    key_id: string | null
    created_at: Generated<Date>
    created_by: string | null
  }
  speakers: {
    id: Generated<string>
    workspace_id: string
    interview_id: string
    position: number
    name: string | null
    role: string
    participant_id: string | null
    words: Generated<number>
  }
  stretch_codes: {
    stretch_id: string
    code_id: string
    workspace_id: string
    created_at: Generated<Date>
    created_by: string | null
  }
  stretches: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    recording_id: string
    start_ms: number
    end_ms: number
    created_at: Generated<Date>
    created_by: string | null
    removed_at: Date | null
  }
  studies: {
    id: Generated<string>
    workspace_id: string
    title: string
    hypothesis: Generated<string>
    contradiction: Generated<string>
    mode: string
    guide: Json
    language: Generated<string>
    target: Generated<number>
    version: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
    archived_at: Date | null
    kind: Generated<string>
    session_size: number | null
    confirmation: Generated<string>
    locked_at: Date | null
    languages: Json
    quotas: Json
    starts_on: Date | null
    weeks: Generated<number>
    shares: Json
    guide_version: Generated<number>
    guide_changed_at: Date | null
    guide_changed_by: string | null
    quotes_by_name: Generated<boolean>
    suspicion_replaced_at: Date | null
  }
  study_amendments: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    field: string
    text: string
    why: string
    written_by: string | null
    written_at: Date
  }
  study_codebooks: {
    study_id: string
    codebook_id: string
    workspace_id: string
  }
  suppressions: {
    workspace_id: string
    hash: string
    erased_at: Generated<Date>
  }
  team_texts_due: {
    seq: Generated<number>
    workspace_id: string
    source: string
    source_id: string
    failed_at: Date | null
    failure: string | null
  }
  team_words_due: {
    study_id: string
    workspace_id: string
  }
  thanks: {
    id: Generated<string>
    workspace_id: string
    study_id: string
    participant_id: string
    what: string
    amount: number | null
    currency: string | null
    how: Generated<string>
    given_at: Date
    given_by: string | null
  }
  trait_definitions: {
    workspace_id: string
    trait: string
    type: string
    class: string
    special: string | null
    art9_ground: string | null
    held: Generated<boolean>
    listed: Generated<boolean>
  }
  transcript_approvals: {
    workspace_id: string
    participant_id: string
    interview_id: string
    text_version: number
    at: Date
  }
  transcriptions: {
    recording_id: string
    workspace_id: string
    run: string
    state: string
    host: string
    model: string
    asked_by: string | null
    asked_at: Date
    attempts: Generated<number>
    sent: Generated<number>
    why: string | null
    next_at: Date | null
    ended_at: Date | null
    segments: Json
    marks: Json
    version: Generated<number>
    refused_with: number | null
  }
  turn_corrections: {
    id: string
    workspace_id: string
    utterance_id: string
    log_id: number | null
    text: string
    stands: Buffer
    anchors: Json
    parked_id: string | null
  }
  turn_joints: {
    id: string
    workspace_id: string
    utterance_id: string
    at: number
    speaker_id: string
    start_ms: number | null
    end_ms: number | null
    before_end_ms: number | null
  }
  two_factors: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean>
    failed_verification_count: Generated<number>
    locked_until: Date | null
  }
  upload_chunks: {
    upload_id: string
    position: number
    bytes: Buffer
  }
  uploads: {
    id: Generated<string>
    workspace_id: string
    name: string
    size: number
    received: Generated<number>
    created_at: Generated<Date>
    created_by: string | null
  }
  users: {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    two_factor_enabled: Generated<boolean>
    language: Generated<string>
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  utterance_times: {
    utterance_id: string
    workspace_id: string
    version: number
    starts: number[]
  }
  utterances: {
    id: Generated<string>
    workspace_id: string
    interview_id: string
    position: number
    speaker_id: string
    text: string
    start_ms: number | null
    end_ms: number | null
    version: Generated<number>
  }
  verifications: {
    id: string
    identifier: string
    value: string
    expires_at: Date
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  watermarks: {
    name: string
    at: Date
  }
  withdrawal_notices: {
    id: Generated<string>
    workspace_id: string
    withdrawal_id: string
    export_id: string
    member_id: string
    mailed_at: Date | null
    done_at: Date | null
  }
  withdrawals: {
    id: Generated<string>
    workspace_id: string
    study_id: string | null
    participant_id: string | null
    uses: string[]
    receipt: Json
    at: Date
    highlight_id: string | null
    channel: string | null
    note: string | null
    written_by: string | null
    written_for: string | null
  }
  words_due: {
    seq: Generated<number>
    workspace_id: string
    interview_id: string
  }
  workspaces: {
    id: Generated<string>
    name: string
    minimum_group: Generated<number>
    is_sample: Generated<boolean>
    created_at: Generated<Date>
  }
}
