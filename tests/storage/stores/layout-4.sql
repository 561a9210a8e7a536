-- A journal of layout 4, kept for ever: every later netlog must open it.
PRAGMA application_id = 1852600167;
PRAGMA user_version = 4;
BEGIN;
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE calibration (
    window INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    people INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    chance INTEGER NOT NULL,
    slope INTEGER NOT NULL,
    PRIMARY KEY (window, percent)
) WITHOUT ROWID;
CREATE TABLE contact_day (
    person_id INTEGER NOT NULL,
    on_day DATE NOT NULL,
    interaction_id INTEGER NOT NULL,
    worth FLOAT NOT NULL,
    direction VARCHAR NOT NULL,
    PRIMARY KEY (person_id, on_day, interaction_id)
) WITHOUT ROWID;
CREATE TABLE inbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    UNIQUE (uuid)
);
CREATE TABLE meta (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE name_key (
    "key" VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY ("key", person_id)
) WITHOUT ROWID;
CREATE TABLE operation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    command VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    undone INTEGER,
    UNIQUE (uuid)
);
CREATE TABLE passage (
    id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    source_id INTEGER NOT NULL,
    folded VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (source, source_id)
);
CREATE TABLE pause (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    since_on DATE NOT NULL,
    until_on DATE,
    UNIQUE (uuid)
);
CREATE TABLE tie (
    person_id INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    contacts INTEGER NOT NULL,
    target_days INTEGER,
    effective_days INTEGER,
    rung INTEGER,
    rule VARCHAR NOT NULL,
    value FLOAT NOT NULL,
    lapse_exact FLOAT,
    due_exact FLOAT,
    due_on INTEGER,
    show_on INTEGER,
    soon_on INTEGER,
    early_on INTEGER,
    off_rhythm_on INTEGER,
    drifting_on INTEGER,
    fading_on INTEGER,
    dormant_on INTEGER,
    gap FLOAT,
    pull FLOAT,
    first INTEGER,
    last INTEGER,
    days INTEGER NOT NULL,
    hidden_until INTEGER NOT NULL,
    factor FLOAT NOT NULL,
    reply_owed_on INTEGER,
    nudge_on INTEGER,
    nudge_since INTEGER,
    month_day VARCHAR,
    birthday_lead INTEGER NOT NULL,
    PRIMARY KEY (person_id)
);
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    is_insertion BOOLEAN NOT NULL,
    "before" JSON,
    "after" JSON,
    CONSTRAINT fk_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
);
CREATE TABLE "event" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    venue VARCHAR,
    labels VARCHAR,
    opened_on DATE,
    closed_on DATE,
    UNIQUE (uuid),
    UNIQUE (slug)
);
CREATE TABLE season (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    boost VARCHAR NOT NULL,
    factor FLOAT NOT NULL,
    since_on DATE NOT NULL,
    until_on DATE NOT NULL,
    CONSTRAINT factor_in_range CHECK (factor BETWEEN 1 AND 3),
    UNIQUE (uuid)
);
CREATE TABLE loop (
    source VARCHAR NOT NULL,
    source_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    from_on INTEGER NOT NULL,
    until_on INTEGER,
    PRIMARY KEY (source, source_id)
) WITHOUT ROWID;
CREATE TABLE interaction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    kind VARCHAR NOT NULL,
    depth VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    minutes INTEGER,
    place VARCHAR,
    event_id INTEGER,
    text VARCHAR NOT NULL,
    counts FLOAT,
    created_at VARCHAR NOT NULL,
    CONSTRAINT depth_is_known CHECK (depth IN ('meet', 'talk', 'message', 'touch')),
    CONSTRAINT direction_is_known CHECK (direction IN ('out', 'in', 'mutual')),
    CONSTRAINT counts_in_range CHECK (counts BETWEEN 0 AND 1),
    CONSTRAINT minutes_in_range CHECK (minutes BETWEEN 0 AND 10080),
    UNIQUE (uuid),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    handle VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    company VARCHAR,
    role VARCHAR,
    place VARCHAR,
    met VARCHAR,
    met_on DATE,
    event_id INTEGER,
    via_id INTEGER,
    tier VARCHAR,
    every_days INTEGER,
    birthday VARCHAR,
    since_on DATE NOT NULL,
    is_fresh BOOLEAN NOT NULL,
    imported_on DATE,
    snoozed_until DATE,
    paused_on DATE,
    ended_on DATE,
    ended_why VARCHAR,
    created_at VARCHAR NOT NULL,
    is_kin BOOLEAN DEFAULT 0 NOT NULL,
    skipped_on DATE,
    tier_kept_on DATE,
    CONSTRAINT tier_is_known CHECK (tier IN ('inner', 'close', 'active', 'wide', 'none')),
    CONSTRAINT every_days_in_range CHECK (every_days BETWEEN 1 AND 3650),
    UNIQUE (uuid),
    UNIQUE (handle),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id),
    CONSTRAINT fk_person FOREIGN KEY(via_id) REFERENCES person (id)
);
CREATE TABLE alias (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    UNIQUE (person_id, name),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    sort VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    CONSTRAINT sort_is_known CHECK (sort IN ('email', 'phone', 'url')),
    UNIQUE (person_id, sort, value),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE participant (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    interaction_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    UNIQUE (interaction_id, person_id),
    UNIQUE (uuid),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE tag (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    person_id INTEGER,
    interaction_id INTEGER,
    CONSTRAINT one_owner CHECK ((person_id IS NULL) <> (interaction_id IS NULL)),
    UNIQUE (person_id, slug),
    UNIQUE (interaction_id, slug),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
);
CREATE TABLE topic (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    CONSTRAINT side_is_known CHECK (side IN ('can', 'wants')),
    UNIQUE (person_id, side, words),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE "fact" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    sort VARCHAR,
    confirmed_on DATE,
    CONSTRAINT sort_is_known CHECK (sort IN ('job', 'city', 'family', 'other')),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE promise (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    made_on DATE NOT NULL,
    due_on DATE,
    postponed INTEGER NOT NULL,
    outcome VARCHAR,
    closed_on DATE,
    interaction_id INTEGER,
    CONSTRAINT side_is_known CHECK (side IN ('mine', 'theirs')),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('kept', 'dropped')),
    CONSTRAINT closed_with_outcome CHECK ((outcome IS NULL) = (closed_on IS NULL)),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
);
CREATE TABLE exchange (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    flow VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    answered_on DATE,
    interaction_id INTEGER,
    CONSTRAINT flow_is_known CHECK (flow IN ('gave', 'got', 'asked', 'asked_by')),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
);
CREATE TABLE introduction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    why VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    moved_on DATE NOT NULL,
    made_on DATE,
    outcome VARCHAR,
    CONSTRAINT two_people CHECK (person_id <> other_id),
    CONSTRAINT state_is_known CHECK (
        state IN ('idea', 'asked', 'agreed', 'asked_other', 'both_agreed', 'made', 'done', 'declined')
    ),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_person FOREIGN KEY(other_id) REFERENCES person (id)
);
CREATE TABLE mentorship (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    every_days INTEGER NOT NULL,
    began_on DATE NOT NULL,
    until_on DATE NOT NULL,
    area VARCHAR,
    channel VARCHAR,
    hours VARCHAR,
    not_months VARCHAR,
    ended_on DATE,
    ending VARCHAR,
    ended_why VARCHAR,
    CONSTRAINT role_is_known CHECK (role IN ('mentor', 'mentee')),
    CONSTRAINT every_days_in_range CHECK (every_days BETWEEN 1 AND 3650),
    CONSTRAINT ends_after_it_began CHECK (until_on > began_on),
    CONSTRAINT ending_is_known CHECK (ending IN ('closed', 'renewed')),
    CONSTRAINT ended_in_some_way CHECK ((ended_on IS NULL) = (ending IS NULL)),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE mentor_goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    set_on DATE NOT NULL,
    reached_on DATE,
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id)
);
CREATE TABLE agenda_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    added_on DATE NOT NULL,
    done_on DATE,
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id)
);
CREATE TABLE mentor_session (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL,
    topics VARCHAR,
    feedback_given VARCHAR,
    feedback_got VARCHAR,
    UNIQUE (interaction_id),
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
);
CREATE VIRTUAL TABLE passage_search USING fts5(
    folded, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3'
);
CREATE INDEX ix_alias_person_id ON alias (person_id);
CREATE INDEX ix_change_operation_id ON change (operation_id);
CREATE INDEX ix_change_row ON change (entity, row_id);
CREATE INDEX ix_contact_day_interaction_id ON contact_day (interaction_id);
CREATE INDEX ix_contact_folded ON contact (folded);
CREATE INDEX ix_contact_person_id ON contact (person_id);
CREATE INDEX ix_interaction_event_id ON interaction (event_id);
CREATE INDEX ix_interaction_on_day ON interaction (on_day);
CREATE INDEX ix_name_key_person_id ON name_key (person_id);
CREATE INDEX ix_participant_interaction_id ON participant (interaction_id);
CREATE INDEX ix_participant_person_id ON participant (person_id);
CREATE INDEX ix_person_event_id ON person (event_id);
CREATE INDEX ix_person_via_id ON person (via_id);
CREATE INDEX ix_tag_interaction_id ON tag (interaction_id);
CREATE INDEX ix_tag_person_id ON tag (person_id);
CREATE INDEX ix_tag_slug ON tag (slug);
CREATE INDEX ix_tie_dormant ON tie (dormant_on, hidden_until, value, days);
CREATE INDEX ix_tie_month_day ON tie (month_day, birthday_lead) WHERE month_day IS NOT NULL;
CREATE INDEX ix_tie_nudge ON tie (nudge_on, hidden_until, show_on, dormant_on) WHERE nudge_on IS NOT NULL;
CREATE INDEX ix_tie_reply ON tie (reply_owed_on, hidden_until, show_on, dormant_on) WHERE reply_owed_on IS NOT NULL;
CREATE INDEX ix_tie_show ON tie (show_on, hidden_until, dormant_on, rung, due_exact, effective_days, last, gap, factor, pull, early_on);
CREATE INDEX ix_tie_valid_from ON tie (valid_from);
CREATE INDEX ix_tie_valid_until ON tie (valid_until) WHERE valid_until IS NOT NULL;
CREATE INDEX ix_topic_person_id ON topic (person_id);
CREATE INDEX ix_fact_person_id ON fact (person_id);
CREATE INDEX ix_agenda_item_mentorship_id ON agenda_item (mentorship_id);
CREATE INDEX ix_mentor_goal_mentorship_id ON mentor_goal (mentorship_id);
CREATE INDEX ix_mentor_session_interaction_id ON mentor_session (interaction_id);
CREATE INDEX ix_mentor_session_mentorship_id ON mentor_session (mentorship_id);
CREATE INDEX ix_mentorship_person_id ON mentorship (person_id);
CREATE UNIQUE INDEX ix_mentorship_running ON mentorship (person_id, role) WHERE ended_on IS NULL;
CREATE INDEX ix_event_running ON event (opened_on) WHERE opened_on IS NOT NULL AND closed_on IS NULL;
CREATE INDEX ix_exchange_interaction_id ON exchange (interaction_id);
CREATE INDEX ix_exchange_person_id ON exchange (person_id);
CREATE INDEX ix_introduction_other_id ON introduction (other_id);
CREATE INDEX ix_introduction_person_id ON introduction (person_id);
CREATE INDEX ix_loop_from_on ON loop (from_on);
CREATE INDEX ix_loop_person_id ON loop (person_id);
CREATE INDEX ix_promise_interaction_id ON promise (interaction_id);
CREATE INDEX ix_promise_person_id ON promise (person_id);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER passage_changed AFTER UPDATE OF folded ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO passage_search (rowid, folded) VALUES (new.id, new.folded);
END;
INSERT INTO alembic_version VALUES ('0004');
INSERT INTO calibration VALUES (24652, 2, 1, 0, 27386, 27007);
INSERT INTO calibration VALUES (24652, 4, 1, 0, 48615, 47413);
INSERT INTO calibration VALUES (24652, 7, 1, 0, 77442, 74363);
INSERT INTO calibration VALUES (24652, 11, 1, 0, 116617, 109536);
INSERT INTO calibration VALUES (24652, 12, 2, 0, 251361, 234858);
INSERT INTO calibration VALUES (24652, 13, 1, 0, 133790, 124412);
INSERT INTO calibration VALUES (24652, 22, 1, 0, 224792, 197387);
INSERT INTO calibration VALUES (24653, 2, 1, 0, 24351, 24052);
INSERT INTO calibration VALUES (24653, 3, 1, 0, 39792, 38990);
INSERT INTO calibration VALUES (24653, 6, 1, 0, 64008, 61914);
INSERT INTO calibration VALUES (24653, 9, 4, 0, 379913, 361265);
INSERT INTO calibration VALUES (24653, 15, 1, 0, 154707, 142070);
INSERT INTO calibration VALUES (24654, 2, 1, 0, 21923, 21680);
INSERT INTO calibration VALUES (24654, 3, 1, 0, 33686, 33112);
INSERT INTO calibration VALUES (24654, 5, 1, 0, 54552, 53036);
INSERT INTO calibration VALUES (24654, 7, 4, 0, 306319, 294270);
INSERT INTO calibration VALUES (24654, 11, 1, 0, 118087, 110823);
INSERT INTO calibration VALUES (24655, 1, 1, 0, 19935, 19735);
INSERT INTO calibration VALUES (24655, 2, 1, 0, 29206, 28775);
INSERT INTO calibration VALUES (24655, 4, 1, 0, 47534, 46385);
INSERT INTO calibration VALUES (24655, 6, 4, 0, 256851, 248407);
INSERT INTO calibration VALUES (24655, 9, 1, 0, 95523, 90808);
INSERT INTO calibration VALUES (24656, 1, 1, 0, 18277, 18109);
INSERT INTO calibration VALUES (24656, 2, 1, 0, 25779, 25444);
INSERT INTO calibration VALUES (24656, 4, 1, 0, 42117, 41217);
INSERT INTO calibration VALUES (24656, 5, 3, 0, 160882, 156488);
INSERT INTO calibration VALUES (24656, 6, 1, 0, 60362, 58503);
INSERT INTO calibration VALUES (24656, 8, 1, 0, 80213, 76906);
INSERT INTO calibration VALUES (24657, 1, 1, 0, 16875, 16732);
INSERT INTO calibration VALUES (24657, 2, 1, 0, 23073, 22805);
INSERT INTO calibration VALUES (24657, 3, 1, 0, 37809, 37085);
INSERT INTO calibration VALUES (24657, 4, 3, 0, 140489, 137146);
INSERT INTO calibration VALUES (24657, 5, 1, 0, 53873, 52395);
INSERT INTO calibration VALUES (24657, 6, 1, 0, 69138, 66691);
INSERT INTO calibration VALUES (24658, 1, 1, 0, 15672, 15549);
INSERT INTO calibration VALUES (24658, 2, 1, 0, 20881, 20662);
INSERT INTO calibration VALUES (24658, 3, 1, 0, 34301, 33706);
INSERT INTO calibration VALUES (24658, 4, 4, 0, 173331, 169501);
INSERT INTO calibration VALUES (24658, 6, 1, 0, 60753, 58869);
INSERT INTO calibration VALUES (24659, 1, 2, 0, 33700, 33409);
INSERT INTO calibration VALUES (24659, 3, 4, 0, 143475, 140857);
INSERT INTO calibration VALUES (24659, 4, 1, 0, 44340, 43342);
INSERT INTO calibration VALUES (24659, 5, 1, 0, 54183, 52688);
INSERT INTO calibration VALUES (24660, 1, 2, 0, 31265, 31016);
INSERT INTO calibration VALUES (24660, 2, 1, 0, 28934, 28511);
INSERT INTO calibration VALUES (24660, 3, 3, 0, 101798, 100051);
INSERT INTO calibration VALUES (24660, 4, 2, 0, 89634, 87576);
INSERT INTO calibration VALUES (24661, 1, 2, 0, 29163, 28946);
INSERT INTO calibration VALUES (24661, 2, 1, 0, 26834, 26471);
INSERT INTO calibration VALUES (24661, 3, 4, 0, 130916, 128734);
INSERT INTO calibration VALUES (24661, 4, 1, 0, 44550, 43543);
INSERT INTO calibration VALUES (24662, 1, 2, 0, 27329, 27139);
INSERT INTO calibration VALUES (24662, 2, 4, 0, 111032, 109471);
INSERT INTO calibration VALUES (24662, 3, 1, 0, 35042, 34420);
INSERT INTO calibration VALUES (24662, 4, 1, 0, 40914, 40065);
INSERT INTO calibration VALUES (24663, 1, 2, 0, 25714, 25546);
INSERT INTO calibration VALUES (24663, 2, 4, 0, 103258, 101909);
INSERT INTO calibration VALUES (24663, 3, 2, 0, 70579, 69312);
INSERT INTO contact_day VALUES (1, '2025-06-28', 10, 0.4, 'mutual');
INSERT INTO contact_day VALUES (1, '2025-07-11', 12, 1.0, 'mutual');
INSERT INTO contact_day VALUES (1, '2025-09-19', 30, 0.4, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-05-08', 2, 1.0, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-05-28', 5, 1.0, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-06-07', 6, 0.15, 'out');
INSERT INTO contact_day VALUES (2, '2025-06-16', 8, 0.48, 'out');
INSERT INTO contact_day VALUES (2, '2025-07-20', 14, 0.4, 'in');
INSERT INTO contact_day VALUES (2, '2025-07-26', 15, 1.0, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-08-25', 20, 0.4, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-09-11', 23, 0.3, 'out');
INSERT INTO contact_day VALUES (2, '2025-09-19', 30, 0.4, 'mutual');
INSERT INTO contact_day VALUES (2, '2025-09-29', 26, 0.15, 'out');
INSERT INTO contact_day VALUES (2, '2025-10-23', 29, 0.0, 'none');
INSERT INTO contact_day VALUES (3, '2025-03-28', 1, 1.0, 'mutual');
INSERT INTO contact_day VALUES (3, '2025-07-11', 12, 1.0, 'mutual');
INSERT INTO contact_day VALUES (3, '2025-08-25', 20, 0.4, 'mutual');
INSERT INTO contact_day VALUES (3, '2025-09-23', 24, 0.4, 'in');
INSERT INTO contact_day VALUES (4, '2025-06-28', 10, 0.4, 'mutual');
INSERT INTO contact_day VALUES (4, '2025-08-25', 20, 0.4, 'mutual');
INSERT INTO contact_day VALUES (5, '2025-07-04', 11, 1.0, 'mutual');
INSERT INTO contact_day VALUES (5, '2025-09-07', 22, 1.0, 'mutual');
INSERT INTO contact_day VALUES (5, '2025-09-19', 30, 0.4, 'mutual');
INSERT INTO contact_day VALUES (6, '2025-05-14', 3, 0.3, 'out');
INSERT INTO contact_day VALUES (6, '2025-07-26', 15, 1.0, 'mutual');
INSERT INTO contact_day VALUES (6, '2025-08-17', 18, 0.48, 'out');
INSERT INTO contact_day VALUES (6, '2025-08-24', 19, 0.0, 'none');
INSERT INTO contact_day VALUES (6, '2025-08-31', 27, 1.0, 'mutual');
INSERT INTO contact_day VALUES (7, '2025-03-28', 1, 1.0, 'mutual');
INSERT INTO contact_day VALUES (8, '2025-07-01', 17, 1.0, 'mutual');
INSERT INTO contact_day VALUES (8, '2025-09-07', 22, 1.0, 'mutual');
INSERT INTO contact_day VALUES (8, '2025-09-26', 25, 1.0, 'mutual');
INSERT INTO contact_day VALUES (9, '2025-05-23', 4, 0.4, 'in');
INSERT INTO contact_day VALUES (9, '2025-06-08', 13, 0.3, 'out');
INSERT INTO contact_day VALUES (9, '2025-06-09', 7, 1.0, 'mutual');
INSERT INTO contact_day VALUES (9, '2025-09-03', 21, 1.0, 'mutual');
INSERT INTO contact_day VALUES (10, '2025-06-16', 8, 0.48, 'out');
INSERT INTO contact_day VALUES (10, '2025-06-19', 9, 0.0, 'none');
INSERT INTO contact_day VALUES (10, '2025-06-28', 10, 0.4, 'mutual');
INSERT INTO contact_day VALUES (10, '2025-08-03', 16, 0.15, 'out');
INSERT INTO contact_day VALUES (10, '2025-10-15', 28, 0.48, 'out');
INSERT INTO contact_day VALUES (10, '2025-10-23', 29, 0.0, 'none');
INSERT INTO inbox VALUES (1, '01a1ff70-26e3-716f-8d24-1a476d29ca8f', '2025-11-10T08:12:00Z', 'Europe/Rome', '2025-11-10', 'met Zosia near the station, she knows everybody', 'no such person');
INSERT INTO meta VALUES ('settings', '');
INSERT INTO meta VALUES ('worths', '');
INSERT INTO meta VALUES ('window', '24664');
INSERT INTO name_key VALUES ('giulia', 1);
INSERT INTO name_key VALUES ('giulia rossi', 1);
INSERT INTO name_key VALUES ('rossi', 1);
INSERT INTO name_key VALUES ('lukasz', 2);
INSERT INTO name_key VALUES ('lukasz wojcik', 2);
INSERT INTO name_key VALUES ('luke', 2);
INSERT INTO name_key VALUES ('wojcik', 2);
INSERT INTO name_key VALUES ('aiko', 3);
INSERT INTO name_key VALUES ('aiko tanaka 田中愛子', 3);
INSERT INTO name_key VALUES ('tanaka', 3);
INSERT INTO name_key VALUES ('田中愛子', 3);
INSERT INTO name_key VALUES ('bhriain', 4);
INSERT INTO name_key VALUES ('ni', 4);
INSERT INTO name_key VALUES ('orla', 4);
INSERT INTO name_key VALUES ('orla ni bhriain', 4);
INSERT INTO name_key VALUES ('almeida', 5);
INSERT INTO name_key VALUES ('d', 5);
INSERT INTO name_key VALUES ('dalmeida', 5);
INSERT INTO name_key VALUES ('tomas', 5);
INSERT INTO name_key VALUES ('tomas dalmeida', 5);
INSERT INTO name_key VALUES ('haddad', 6);
INSERT INTO name_key VALUES ('nadia', 6);
INSERT INTO name_key VALUES ('nadia haddad', 6);
INSERT INTO name_key VALUES ('oberg', 7);
INSERT INTO name_key VALUES ('sven', 7);
INSERT INTO name_key VALUES ('sven oberg', 7);
INSERT INTO name_key VALUES ('bianchi', 8);
INSERT INTO name_key VALUES ('chiara', 8);
INSERT INTO name_key VALUES ('chiara bianchi', 8);
INSERT INTO name_key VALUES ('marek', 9);
INSERT INTO name_key VALUES ('marek zajac', 9);
INSERT INTO name_key VALUES ('zajac', 9);
INSERT INTO name_key VALUES ('carvalho', 10);
INSERT INTO name_key VALUES ('ines', 10);
INSERT INTO name_key VALUES ('ines carvalho', 10);
INSERT INTO operation VALUES (1, '01a1ff70-261f-79ce-a065-1d492d839f02', '2025-01-08T17:12:00Z', '2025-01-08', 'add', 'added Giulia Rossi', NULL);
INSERT INTO operation VALUES (2, '01a1ff70-2625-735e-b896-831c64ab170d', '2025-01-08T17:12:00Z', '2025-01-08', 'add', 'added Łukasz Wójcik', NULL);
INSERT INTO operation VALUES (3, '01a1ff70-262a-75a5-bbcf-a7d465d943b1', '2025-01-20T17:12:00Z', '2025-01-20', 'add', 'added Aiko Tanaka 田中愛子', NULL);
INSERT INTO operation VALUES (4, '01a1ff70-262e-7dfe-8b10-a89b8d8802eb', '2025-02-02T17:12:00Z', '2025-02-02', 'add', 'added Orla Ní Bhriain', NULL);
INSERT INTO operation VALUES (5, '01a1ff70-2632-72f3-a549-18a0d99fbbac', '2025-02-14T17:12:00Z', '2025-02-14', 'add', 'added Tomás D''Almeida', NULL);
INSERT INTO operation VALUES (6, '01a1ff70-2636-74dd-8d5f-4781241a5d7b', '2025-03-03T17:12:00Z', '2025-03-03', 'add', 'added Nadia Haddad', NULL);
INSERT INTO operation VALUES (7, '01a1ff70-263a-7e38-9800-53640c413d4a', '2025-03-09T17:12:00Z', '2025-03-09', 'add', 'added Sven Öberg', NULL);
INSERT INTO operation VALUES (8, '01a1ff70-263e-77d2-8733-39017a39ad81', '2025-04-01T17:12:00Z', '2025-04-01', 'add', 'added Chiara Bianchi', NULL);
INSERT INTO operation VALUES (9, '01a1ff70-2642-704e-8164-3ccce46285df', '2025-04-11T17:12:00Z', '2025-04-11', 'add', 'added Marek Zając', NULL);
INSERT INTO operation VALUES (10, '01a1ff70-2647-7bcc-b6c1-c64ba5d4f6f9', '2025-05-02T17:12:00Z', '2025-05-02', 'add', 'added Inês Carvalho', NULL);
INSERT INTO operation VALUES (11, '01a1ff70-264c-7f42-aaad-4d78604066fa', '2025-05-07T17:12:00Z', '2025-05-07', 'log', 'logged coffee', NULL);
INSERT INTO operation VALUES (12, '01a1ff70-2651-728d-820e-5e1a88012613', '2025-05-11T17:12:00Z', '2025-05-11', 'log', 'logged call', NULL);
INSERT INTO operation VALUES (13, '01a1ff70-2656-7535-8d5b-4a9f19131e7d', '2025-05-17T17:12:00Z', '2025-05-17', 'log', 'logged email', NULL);
INSERT INTO operation VALUES (14, '01a1ff70-265b-7946-b2a3-a2265c6ee1c8', '2025-05-23T17:12:00Z', '2025-05-23', 'log', 'logged message', NULL);
INSERT INTO operation VALUES (15, '01a1ff70-2660-7247-9a84-e85e42162d46', '2025-05-29T17:12:00Z', '2025-05-29', 'log', 'logged lunch', NULL);
INSERT INTO operation VALUES (16, '01a1ff70-2665-79c7-bba4-773c0ba5eb9e', '2025-06-07T17:12:00Z', '2025-06-07', 'log', 'logged comment', NULL);
INSERT INTO operation VALUES (17, '01a1ff70-2669-76a6-baca-658c36559d70', '2025-06-10T17:12:00Z', '2025-06-10', 'log', 'logged video', NULL);
INSERT INTO operation VALUES (18, '01a1ff70-266e-7548-a5b4-319d79e8ad7e', '2025-06-16T17:12:00Z', '2025-06-16', 'log', 'logged letter', NULL);
INSERT INTO operation VALUES (19, '01a1ff70-2673-7238-9389-3572f6e3ce5c', '2025-06-22T17:12:00Z', '2025-06-22', 'log', 'logged note', NULL);
INSERT INTO operation VALUES (20, '01a1ff70-2678-7f53-8010-40f927e89f6a', '2025-07-01T17:12:00Z', '2025-07-01', 'log', 'logged group', NULL);
INSERT INTO operation VALUES (21, '01a1ff70-267d-7585-ab35-82436528a84e', '2025-07-05T17:12:00Z', '2025-07-05', 'log', 'logged coffee', NULL);
INSERT INTO operation VALUES (22, '01a1ff70-2682-7dc5-8f6a-e8701764951a', '2025-07-11T17:12:00Z', '2025-07-11', 'log', 'logged call', NULL);
INSERT INTO operation VALUES (23, '01a1ff70-2687-70da-8ade-194971589b64', '2025-07-18T17:12:00Z', '2025-07-18', 'log', 'logged email', NULL);
INSERT INTO operation VALUES (24, '01a1ff70-268c-7edf-8edd-1f70b0da65a4', '2025-07-23T17:12:00Z', '2025-07-23', 'log', 'logged message', NULL);
INSERT INTO operation VALUES (25, '01a1ff70-2691-7382-a3e6-f82fcb999a22', '2025-07-29T17:12:00Z', '2025-07-29', 'log', 'logged lunch', NULL);
INSERT INTO operation VALUES (26, '01a1ff70-2696-71fc-95b8-258d4315a98b', '2025-08-03T17:12:00Z', '2025-08-03', 'log', 'logged comment', NULL);
INSERT INTO operation VALUES (27, '01a1ff70-269b-73f1-a450-99d5505944fb', '2025-08-10T17:12:00Z', '2025-08-10', 'log', 'logged video', NULL);
INSERT INTO operation VALUES (28, '01a1ff70-26a0-7fc7-b6a3-40678bde39e0', '2025-08-18T17:12:00Z', '2025-08-18', 'log', 'logged letter', NULL);
INSERT INTO operation VALUES (29, '01a1ff70-26a4-7dee-8c65-583f7ba4989d', '2025-08-24T17:12:00Z', '2025-08-24', 'log', 'logged note', NULL);
INSERT INTO operation VALUES (30, '01a1ff70-26aa-779a-aff3-77ddba1fdc41', '2025-08-28T17:12:00Z', '2025-08-28', 'log', 'logged group', NULL);
INSERT INTO operation VALUES (31, '01a1ff70-26b0-742d-a6d2-7028b6014185', '2025-09-04T17:12:00Z', '2025-09-04', 'log', 'logged coffee', NULL);
INSERT INTO operation VALUES (32, '01a1ff70-26b5-704c-b312-431011e725fe', '2025-09-10T17:12:00Z', '2025-09-10', 'log', 'logged call', NULL);
INSERT INTO operation VALUES (33, '01a1ff70-26bb-75b5-b547-af7e50d11a18', '2025-09-14T17:12:00Z', '2025-09-14', 'log', 'logged email', NULL);
INSERT INTO operation VALUES (34, '01a1ff70-26c0-7283-8b36-a478d4b489ea', '2025-09-23T17:12:00Z', '2025-09-23', 'log', 'logged message', NULL);
INSERT INTO operation VALUES (35, '01a1ff70-26c5-7e36-9919-27e3ee2b92e3', '2025-09-27T17:12:00Z', '2025-09-27', 'log', 'logged lunch', NULL);
INSERT INTO operation VALUES (36, '01a1ff70-26ca-733d-a835-149516b07e0c', '2025-10-02T17:12:00Z', '2025-10-02', 'log', 'logged comment', NULL);
INSERT INTO operation VALUES (37, '01a1ff70-26cf-7a48-8dbd-bb1e00114cee', '2025-10-10T17:12:00Z', '2025-10-10', 'log', 'logged video', NULL);
INSERT INTO operation VALUES (38, '01a1ff70-26d3-7c2a-b5a3-1253a808b12c', '2025-10-16T17:12:00Z', '2025-10-16', 'log', 'logged letter', NULL);
INSERT INTO operation VALUES (39, '01a1ff70-26d8-7534-ae45-a3f7af0797d7', '2025-10-23T17:12:00Z', '2025-10-23', 'log', 'logged note', NULL);
INSERT INTO operation VALUES (40, '01a1ff70-26de-76f4-b241-1807cbf6f402', '2025-10-29T17:12:00Z', '2025-10-29', 'log', 'logged group', NULL);
INSERT INTO operation VALUES (41, '01a1ff70-26e3-7c20-a368-18ccbe1aa7b5', '2025-11-10T08:12:00Z', '2025-11-10', 'note', 'kept a note', NULL);
INSERT INTO operation VALUES (42, '01a1ff70-2701-7a1e-b24d-0d75f53887c1', '2025-11-11T08:12:00Z', '2025-11-11', 'snooze', 'snoozed Orla Ní Bhriain', NULL);
INSERT INTO operation VALUES (43, '01a1ff70-2711-7b38-91af-6454c8f9f794', '2025-11-11T08:12:00Z', '2025-11-11', 'end', 'ended Nadia Haddad', NULL);
INSERT INTO operation VALUES (44, '01a1ff70-2723-7d8e-9302-c42c27890b9f', '2025-11-11T08:12:00Z', '2025-11-11', 'edit', 'edited an entry', NULL);
INSERT INTO operation VALUES (45, '01a1ff70-274a-7621-aab1-bd5a5464ccd9', '2025-11-11T08:12:00Z', '2025-11-11', 'rm', 'removed Inês Carvalho', 1);
INSERT INTO operation VALUES (46, '01a20031-cd8b-7078-ad1a-a2b75ba95f8f', '2026-03-09T12:00:00Z', '2026-03-09', 'skip', 'skipped, and said to be kin', NULL);
INSERT INTO operation VALUES (47, '01a20031-cd90-7945-b3b5-c038123a3525', '2026-03-09T12:00:00Z', '2026-03-09', 'pause', 'paused everyone', NULL);
INSERT INTO operation VALUES (48, '01a2009a-49bb-72e1-88a1-6b5a9397de9f', '2026-11-22T00:14:01Z', '2026-11-21', 'promise', 'promised Giulia Rossi: send her the score of the concert, by Fri 27 Nov 2026', NULL);
INSERT INTO operation VALUES (49, '01a2009a-4a97-78cd-8af1-48b756b354fb', '2026-11-22T00:14:01Z', '2026-11-21', 'promised-by', 'Łukasz Wójcik promised: his notes on our plan', NULL);
INSERT INTO operation VALUES (50, '01a2009a-4b2b-7178-bd4a-559546dc4015', '2026-11-22T00:14:01Z', '2026-11-21', 'gave', 'gave Giulia Rossi: an hour on her portfolio, Sat 21 Nov 2026', NULL);
INSERT INTO operation VALUES (51, '01a2009a-4bc5-7d1b-9f3e-d120be7a939d', '2026-11-22T00:14:01Z', '2026-11-21', 'asked-by', 'Łukasz Wójcik asked: a word about pricing, Sat 21 Nov 2026', NULL);
INSERT INTO operation VALUES (52, '01a2009a-4c6a-7a56-8f09-5bc2e9d35996', '2026-11-22T00:14:01Z', '2026-11-21', 'intro', 'will introduce Giulia Rossi to Łukasz Wójcik (introduction 1)', NULL);
INSERT INTO operation VALUES (53, '01a2009a-4d2b-7763-ba12-ef467d36a76e', '2026-11-22T00:14:02Z', '2026-11-21', 'fact', 'noted about Giulia Rossi: moved to Turin (city, Sat 21 Nov 2026)', NULL);
INSERT INTO operation VALUES (54, '01a2009a-4e01-766b-9292-c263a787f77f', '2026-11-22T00:14:02Z', '2026-11-21', 'mentor', 'began as mentee of Łukasz Wójcik, every 2 weeks until Fri 21 May 2027', NULL);
INSERT INTO operation VALUES (55, '01a2009a-4ede-75b1-8879-24264a2cd971', '2026-11-22T00:14:02Z', '2026-11-21', 'season', 'season recital: tag pm x 1.5 until Tue 1 Jun 2027', NULL);
INSERT INTO passage VALUES (1, 'person', 1, 'giulia rossi
acme orologi
product lead
milano


pricing
a data engineer
milano pm
giulia@example.org +39 02 5550 101');
INSERT INTO passage VALUES (2, 'person', 2, 'lukasz wojcik
baltyk data

gdansk

luke

data
lukasz@example.net');
INSERT INTO passage VALUES (3, 'person', 3, 'aiko tanaka 田中愛子
hoshi labs
cto
kyoto



founder
');
INSERT INTO passage VALUES (4, 'person', 4, 'orla ni bhriain


galway
on the ferry to aran

irish translations

');
INSERT INTO passage VALUES (5, 'person', 5, 'tomas d''almeida
vento energia






https://example.com/tomas');
INSERT INTO passage VALUES (6, 'person', 6, 'nadia haddad

editor




berlin press
');
INSERT INTO passage VALUES (7, 'person', 7, 'sven oberg







');
INSERT INTO passage VALUES (8, 'person', 8, 'chiara bianchi
studio “due torri”

bologna



design milano
');
INSERT INTO passage VALUES (9, 'person', 9, 'marek zajac





introductions in rome
data
');
INSERT INTO passage VALUES (10, 'person', 10, 'ines carvalho
museu do rio






');
INSERT INTO passage VALUES (11, 'entry', 1, 'talked about pricing over espresso
bar luce
coffee
pricing
');
INSERT INTO passage VALUES (12, 'entry', 2, '

call

');
INSERT INTO passage VALUES (13, 'entry', 3, 'she starts at a new team in june; send her the onboarding notes

email

');
INSERT INTO passage VALUES (14, 'entry', 4, 'the demo went well 🎉
bar luce
message

');
INSERT INTO passage VALUES (15, 'entry', 5, 'asked for an intro to a designer

lunch

');
INSERT INTO passage VALUES (16, 'entry', 6, 'long walk along the canal, mostly about books

comment

');
INSERT INTO passage VALUES (17, 'entry', 7, 'shared the slides
bar luce
video

');
INSERT INTO passage VALUES (18, 'entry', 8, 'he''s looking for a flat near lodz

letter

');
INSERT INTO passage VALUES (19, 'entry', 9, 'it''s complicated: "maybe next quarter"
second line of the note

note

');
INSERT INTO passage VALUES (20, 'entry', 10, '100% sure they will hire
bar luce
group
pricing
design week');
INSERT INTO passage VALUES (21, 'entry', 11, 'happy birthday

coffee

');
INSERT INTO passage VALUES (22, 'entry', 12, 'rewritten

call

');
INSERT INTO passage VALUES (23, 'entry', 13, 'talked about pricing over espresso
bar luce
email

');
INSERT INTO passage VALUES (24, 'entry', 14, '

message

');
INSERT INTO passage VALUES (25, 'entry', 15, 'she starts at a new team in june; send her the onboarding notes

lunch

');
INSERT INTO passage VALUES (26, 'entry', 16, 'the demo went well 🎉
bar luce
comment

');
INSERT INTO passage VALUES (27, 'entry', 17, 'asked for an intro to a designer

video

');
INSERT INTO passage VALUES (28, 'entry', 18, 'long walk along the canal, mostly about books

letter

');
INSERT INTO passage VALUES (29, 'entry', 19, 'shared the slides
bar luce
note
pricing
');
INSERT INTO passage VALUES (30, 'entry', 20, 'he''s looking for a flat near lodz

group

design week');
INSERT INTO passage VALUES (31, 'entry', 21, 'it''s complicated: "maybe next quarter"
second line of the note

coffee

');
INSERT INTO passage VALUES (32, 'entry', 22, '100% sure they will hire
bar luce
call

');
INSERT INTO passage VALUES (33, 'entry', 23, 'happy birthday

email

');
INSERT INTO passage VALUES (34, 'entry', 24, 'lost in translation; laughed a lot

message

');
INSERT INTO passage VALUES (35, 'entry', 25, 'talked about pricing over espresso
bar luce
lunch

');
INSERT INTO passage VALUES (36, 'entry', 26, '

comment

');
INSERT INTO passage VALUES (37, 'entry', 27, 'she starts at a new team in june; send her the onboarding notes

video

');
INSERT INTO passage VALUES (38, 'entry', 28, 'the demo went well 🎉
bar luce
letter
pricing
');
INSERT INTO passage VALUES (39, 'entry', 29, 'asked for an intro to a designer

note

');
INSERT INTO passage VALUES (40, 'entry', 30, 'long walk along the canal, mostly about books

group

design week');
INSERT INTO passage VALUES (41, 'fact', 1, 'two daughters, the elder plays the cello');
INSERT INTO passage VALUES (42, 'fact', 2, 'moved to porto in spring');
INSERT INTO passage VALUES (43, 'fact', 3, 'allergic to walnuts');
INSERT INTO passage VALUES (44, 'inbox', 1, 'met zosia near the station, she knows everybody');
INSERT INTO passage VALUES (45, 'promise', 1, 'send her the score of the concert');
INSERT INTO passage VALUES (46, 'promise', 2, 'his notes on our plan');
INSERT INTO passage VALUES (47, 'exchange', 1, 'an hour on her portfolio');
INSERT INTO passage VALUES (48, 'exchange', 2, 'a word about pricing');
INSERT INTO passage VALUES (49, 'introduction', 1, 'both play in an orchestra
');
INSERT INTO passage VALUES (50, 'fact', 4, 'moved to turin');
INSERT INTO passage VALUES (51, 'mentorship', 1, '
');
INSERT INTO passage VALUES (52, 'mentor_goal', 1, 'present to the board');
INSERT INTO pause VALUES (1, '01a20031-cd8e-7abc-b602-c446c0178a9b', '2026-02-28', '2026-03-07');
INSERT INTO tie VALUES (1, 739941, 740133, 3, 45, 2, 1, 'tier:close+kin', 4.0, 739513.8, 739685.0, 739685, 739685, 739685, 739685, NULL, NULL, NULL, 740036, NULL, 3.8905186639530286996e+00, 739443, 739443, 1, 0, 1.0, NULL, NULL, NULL, '11-24', 7);
INSERT INTO tie VALUES (2, 739941, NULL, 10, 14, 14, NULL, 'mentorship', 8.0, 739525.1, 739525.1, 739526, 739526, 739521, 739526, NULL, NULL, NULL, 740189, NULL, 7.60927021751778198677e+00, 739379, 739458, 3, 0, 1.0, NULL, 739530, 739523, NULL, 0);
INSERT INTO tie VALUES (3, 739517, NULL, 4, 7, 7, NULL, 'tier:inner', 8.0, 739519.8, 739519.8, 739520, 739520, 739518, 739520, NULL, NULL, NULL, 740174, NULL, 5.86754945145508, 739338, 739443, 2, 0, 1.0, 739519, NULL, NULL, '02-29', 7);
INSERT INTO tie VALUES (4, 739488, NULL, 2, 365, 2, 0, 'tier:wide', 1.0, 739488.8, 739488.8, 739489, 739490, 739489, 739490, NULL, NULL, NULL, 740380, NULL, 1.29683955465100964055e+00, NULL, NULL, 0, 739631, 1.0, NULL, NULL, NULL, NULL, 0);
INSERT INTO tie VALUES (5, 739513, NULL, 3, 21, 21, NULL, 'person', 4.0, 739522.0, 739522.0, 739522, 739521, 739516, 739516, NULL, NULL, NULL, 740232, NULL, 6.26415118983959473553e+00, 739436, 739501, 2, 0, 1.0, NULL, NULL, NULL, NULL, 0);
INSERT INTO tie VALUES (6, 739494, NULL, 4, 90, 90, NULL, 'tier:active', 2.0, 739584.0, 739584.0, 739584, 739581, 739557, 739557, NULL, NULL, NULL, 740225, NULL, 7.64462064366295557249e+00, 739458, 739494, 2, 3652059, 1.0, NULL, NULL, NULL, NULL, 0);
INSERT INTO tie VALUES (7, 739338, NULL, 1, NULL, NULL, NULL, 'none', 1.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 739338, 739338, 1, 0, 1.0, NULL, NULL, NULL, NULL, 0);
INSERT INTO tie VALUES (8, 739520, NULL, 3, 90, 45, 3, 'default', 1.5, 739565.0, 739565.0, 739565, 739565, 739552, 739552, NULL, NULL, NULL, 740251, NULL, 5.10505378708060675307e+00, 739433, 739520, 3, 0, 1.0, NULL, NULL, NULL, '05-17', 0);
INSERT INTO tie VALUES (9, 739497, NULL, 4, 90, 14, 2, 'default', 1.5, 739511.0, 739511.0, 739511, 739511, 739507, 739507, NULL, NULL, NULL, 740228, NULL, 3.29491065631537, 739411, 739497, 2, 0, 1.0, NULL, NULL, NULL, NULL, 0);
INSERT INTO tie VALUES (10, 739539, NULL, 4, 90, 90, NULL, 'tier:active', 2.0, 739582.2, 739582.2, 739583, 739582, 739556, 739556, NULL, NULL, NULL, 739583, NULL, 7.64462064366295557249e+00, NULL, NULL, 0, 0, 0.5, NULL, NULL, 739466, NULL, 0);
INSERT INTO change VALUES (1, 1, 'event', 1, 1, NULL, NULL);
INSERT INTO change VALUES (2, 1, 'person', 1, 1, NULL, NULL);
INSERT INTO change VALUES (3, 1, 'tag', 1, 1, NULL, NULL);
INSERT INTO change VALUES (4, 1, 'tag', 2, 1, NULL, NULL);
INSERT INTO change VALUES (5, 1, 'contact', 1, 1, NULL, NULL);
INSERT INTO change VALUES (6, 1, 'contact', 2, 1, NULL, NULL);
INSERT INTO change VALUES (7, 1, 'topic', 1, 1, NULL, NULL);
INSERT INTO change VALUES (8, 1, 'topic', 2, 1, NULL, NULL);
INSERT INTO change VALUES (9, 1, 'fact', 1, 1, NULL, NULL);
INSERT INTO change VALUES (10, 2, 'person', 2, 1, NULL, NULL);
INSERT INTO change VALUES (11, 2, 'alias', 1, 1, NULL, NULL);
INSERT INTO change VALUES (12, 2, 'tag', 3, 1, NULL, NULL);
INSERT INTO change VALUES (13, 2, 'contact', 3, 1, NULL, NULL);
INSERT INTO change VALUES (14, 3, 'person', 3, 1, NULL, NULL);
INSERT INTO change VALUES (15, 3, 'tag', 4, 1, NULL, NULL);
INSERT INTO change VALUES (16, 4, 'person', 4, 1, NULL, NULL);
INSERT INTO change VALUES (17, 4, 'topic', 3, 1, NULL, NULL);
INSERT INTO change VALUES (18, 5, 'person', 5, 1, NULL, NULL);
INSERT INTO change VALUES (19, 5, 'contact', 4, 1, NULL, NULL);
INSERT INTO change VALUES (20, 6, 'person', 6, 1, NULL, NULL);
INSERT INTO change VALUES (21, 6, 'tag', 5, 1, NULL, NULL);
INSERT INTO change VALUES (22, 7, 'person', 7, 1, NULL, NULL);
INSERT INTO change VALUES (23, 8, 'person', 8, 1, NULL, NULL);
INSERT INTO change VALUES (24, 8, 'tag', 6, 1, NULL, NULL);
INSERT INTO change VALUES (25, 8, 'tag', 7, 1, NULL, NULL);
INSERT INTO change VALUES (26, 9, 'person', 9, 1, NULL, NULL);
INSERT INTO change VALUES (27, 9, 'tag', 8, 1, NULL, NULL);
INSERT INTO change VALUES (28, 9, 'topic', 4, 1, NULL, NULL);
INSERT INTO change VALUES (29, 10, 'person', 10, 1, NULL, NULL);
INSERT INTO change VALUES (30, 10, 'fact', 2, 1, NULL, NULL);
INSERT INTO change VALUES (31, 10, 'fact', 3, 1, NULL, NULL);
INSERT INTO change VALUES (32, 11, 'interaction', 1, 1, NULL, NULL);
INSERT INTO change VALUES (33, 11, 'participant', 1, 1, NULL, NULL);
INSERT INTO change VALUES (34, 11, 'participant', 2, 1, NULL, NULL);
INSERT INTO change VALUES (35, 11, 'tag', 9, 1, NULL, NULL);
INSERT INTO change VALUES (36, 12, 'interaction', 2, 1, NULL, NULL);
INSERT INTO change VALUES (37, 12, 'participant', 3, 1, NULL, NULL);
INSERT INTO change VALUES (38, 13, 'interaction', 3, 1, NULL, NULL);
INSERT INTO change VALUES (39, 13, 'participant', 4, 1, NULL, NULL);
INSERT INTO change VALUES (40, 14, 'interaction', 4, 1, NULL, NULL);
INSERT INTO change VALUES (41, 14, 'participant', 5, 1, NULL, NULL);
INSERT INTO change VALUES (42, 15, 'interaction', 5, 1, NULL, NULL);
INSERT INTO change VALUES (43, 15, 'participant', 6, 1, NULL, NULL);
INSERT INTO change VALUES (44, 16, 'interaction', 6, 1, NULL, NULL);
INSERT INTO change VALUES (45, 16, 'participant', 7, 1, NULL, NULL);
INSERT INTO change VALUES (46, 17, 'interaction', 7, 1, NULL, NULL);
INSERT INTO change VALUES (47, 17, 'participant', 8, 1, NULL, NULL);
INSERT INTO change VALUES (48, 18, 'interaction', 8, 1, NULL, NULL);
INSERT INTO change VALUES (49, 18, 'participant', 9, 1, NULL, NULL);
INSERT INTO change VALUES (50, 18, 'participant', 10, 1, NULL, NULL);
INSERT INTO change VALUES (51, 19, 'interaction', 9, 1, NULL, NULL);
INSERT INTO change VALUES (52, 19, 'participant', 11, 1, NULL, NULL);
INSERT INTO change VALUES (53, 20, 'event', 2, 1, NULL, NULL);
INSERT INTO change VALUES (54, 20, 'interaction', 10, 1, NULL, NULL);
INSERT INTO change VALUES (55, 20, 'participant', 12, 1, NULL, NULL);
INSERT INTO change VALUES (56, 20, 'participant', 13, 1, NULL, NULL);
INSERT INTO change VALUES (57, 20, 'participant', 14, 1, NULL, NULL);
INSERT INTO change VALUES (58, 20, 'tag', 10, 1, NULL, NULL);
INSERT INTO change VALUES (59, 21, 'interaction', 11, 1, NULL, NULL);
INSERT INTO change VALUES (60, 21, 'participant', 15, 1, NULL, NULL);
INSERT INTO change VALUES (61, 22, 'interaction', 12, 1, NULL, NULL);
INSERT INTO change VALUES (62, 22, 'participant', 16, 1, NULL, NULL);
INSERT INTO change VALUES (63, 23, 'interaction', 13, 1, NULL, NULL);
INSERT INTO change VALUES (64, 23, 'participant', 17, 1, NULL, NULL);
INSERT INTO change VALUES (65, 24, 'interaction', 14, 1, NULL, NULL);
INSERT INTO change VALUES (66, 24, 'participant', 18, 1, NULL, NULL);
INSERT INTO change VALUES (67, 25, 'interaction', 15, 1, NULL, NULL);
INSERT INTO change VALUES (68, 25, 'participant', 19, 1, NULL, NULL);
INSERT INTO change VALUES (69, 25, 'participant', 20, 1, NULL, NULL);
INSERT INTO change VALUES (70, 26, 'interaction', 16, 1, NULL, NULL);
INSERT INTO change VALUES (71, 26, 'participant', 21, 1, NULL, NULL);
INSERT INTO change VALUES (72, 27, 'interaction', 17, 1, NULL, NULL);
INSERT INTO change VALUES (73, 27, 'participant', 22, 1, NULL, NULL);
INSERT INTO change VALUES (74, 28, 'interaction', 18, 1, NULL, NULL);
INSERT INTO change VALUES (75, 28, 'participant', 23, 1, NULL, NULL);
INSERT INTO change VALUES (76, 29, 'interaction', 19, 1, NULL, NULL);
INSERT INTO change VALUES (77, 29, 'participant', 24, 1, NULL, NULL);
INSERT INTO change VALUES (78, 29, 'tag', 11, 1, NULL, NULL);
INSERT INTO change VALUES (79, 30, 'interaction', 20, 1, NULL, NULL);
INSERT INTO change VALUES (80, 30, 'participant', 25, 1, NULL, NULL);
INSERT INTO change VALUES (81, 30, 'participant', 26, 1, NULL, NULL);
INSERT INTO change VALUES (82, 30, 'participant', 27, 1, NULL, NULL);
INSERT INTO change VALUES (83, 31, 'interaction', 21, 1, NULL, NULL);
INSERT INTO change VALUES (84, 31, 'participant', 28, 1, NULL, NULL);
INSERT INTO change VALUES (85, 32, 'interaction', 22, 1, NULL, NULL);
INSERT INTO change VALUES (86, 32, 'participant', 29, 1, NULL, NULL);
INSERT INTO change VALUES (87, 32, 'participant', 30, 1, NULL, NULL);
INSERT INTO change VALUES (88, 33, 'interaction', 23, 1, NULL, NULL);
INSERT INTO change VALUES (89, 33, 'participant', 31, 1, NULL, NULL);
INSERT INTO change VALUES (90, 34, 'interaction', 24, 1, NULL, NULL);
INSERT INTO change VALUES (91, 34, 'participant', 32, 1, NULL, NULL);
INSERT INTO change VALUES (92, 35, 'interaction', 25, 1, NULL, NULL);
INSERT INTO change VALUES (93, 35, 'participant', 33, 1, NULL, NULL);
INSERT INTO change VALUES (94, 36, 'interaction', 26, 1, NULL, NULL);
INSERT INTO change VALUES (95, 36, 'participant', 34, 1, NULL, NULL);
INSERT INTO change VALUES (96, 37, 'interaction', 27, 1, NULL, NULL);
INSERT INTO change VALUES (97, 37, 'participant', 35, 1, NULL, NULL);
INSERT INTO change VALUES (98, 38, 'interaction', 28, 1, NULL, NULL);
INSERT INTO change VALUES (99, 38, 'participant', 36, 1, NULL, NULL);
INSERT INTO change VALUES (100, 38, 'tag', 12, 1, NULL, NULL);
INSERT INTO change VALUES (101, 39, 'interaction', 29, 1, NULL, NULL);
INSERT INTO change VALUES (102, 39, 'participant', 37, 1, NULL, NULL);
INSERT INTO change VALUES (103, 39, 'participant', 38, 1, NULL, NULL);
INSERT INTO change VALUES (104, 40, 'interaction', 30, 1, NULL, NULL);
INSERT INTO change VALUES (105, 40, 'participant', 39, 1, NULL, NULL);
INSERT INTO change VALUES (106, 40, 'participant', 40, 1, NULL, NULL);
INSERT INTO change VALUES (107, 40, 'participant', 41, 1, NULL, NULL);
INSERT INTO change VALUES (108, 41, 'inbox', 1, 1, NULL, NULL);
INSERT INTO change VALUES (109, 42, 'person', 4, 0, '{"snoozed_until": null}', '{"snoozed_until": "2026-01-15"}');
INSERT INTO change VALUES (110, 43, 'person', 6, 0, '{"ended_on": null, "ended_why": null}', '{"ended_on": "2025-11-11", "ended_why": "changed careers"}');
INSERT INTO change VALUES (111, 43, 'tag', 13, 1, NULL, NULL);
INSERT INTO change VALUES (112, 44, 'interaction', 12, 0, '{"text": "lost in translation; laughed a lot", "counts": null}', '{"text": "rewritten", "counts": 1.0}');
INSERT INTO change VALUES (113, 44, 'participant', 42, 1, NULL, NULL);
INSERT INTO change VALUES (114, 44, 'participant', 43, 1, NULL, NULL);
INSERT INTO change VALUES (115, 44, 'participant', 16, 0, '{"person_id": 9, "id": 16, "uuid": "01a1ff70-2682-7c7e-abab-6ee16534551f", "interaction_id": 12}', NULL);
INSERT INTO change VALUES (116, 45, 'participant', 11, 0, '{"person_id": 10, "id": 11, "uuid": "01a1ff70-2673-7f3a-a476-e40c9299b01d", "interaction_id": 9}', NULL);
INSERT INTO change VALUES (117, 45, 'interaction', 9, 0, '{"at": "2025-06-19T11:00:00Z", "on_day": "2025-06-19", "depth": "touch", "minutes": null, "event_id": null, "text": "it''s complicated: \"maybe next quarter\"\nsecond line of the note", "created_at": "2025-06-22T17:12:00Z", "uuid": "01a1ff70-2672-7457-888c-102c73fa88a6", "id": 9, "zone": "Europe/Rome", "kind": "note", "direction": "out", "place": null, "counts": null}', NULL);
INSERT INTO change VALUES (118, 45, 'participant', 21, 0, '{"person_id": 10, "id": 21, "uuid": "01a1ff70-2696-74cd-a507-ed468e1cc6e4", "interaction_id": 16}', NULL);
INSERT INTO change VALUES (119, 45, 'interaction', 16, 0, '{"at": "2025-08-03T17:12:00Z", "on_day": "2025-08-03", "depth": "touch", "minutes": 90, "event_id": null, "text": "the demo went well 🎉", "created_at": "2025-08-03T17:12:00Z", "uuid": "01a1ff70-2696-7c61-94fa-0e16503adee7", "id": 16, "zone": "Europe/Rome", "kind": "comment", "direction": "out", "place": "Bar Luce", "counts": null}', NULL);
INSERT INTO change VALUES (120, 45, 'participant', 36, 0, '{"person_id": 10, "id": 36, "uuid": "01a1ff70-26d3-7085-9fd7-9f1e57eff0b2", "interaction_id": 28}', NULL);
INSERT INTO change VALUES (121, 45, 'tag', 12, 0, '{"person_id": null, "id": 12, "uuid": "01a1ff70-26d3-761e-9af2-c5525e06b5dc", "slug": "pricing", "interaction_id": 28}', NULL);
INSERT INTO change VALUES (122, 45, 'interaction', 28, 0, '{"at": "2025-10-15T11:00:00Z", "on_day": "2025-10-15", "depth": "message", "minutes": 90, "event_id": null, "text": "the demo went well 🎉", "created_at": "2025-10-16T17:12:00Z", "uuid": "01a1ff70-26d3-7101-8c13-6882b8bc7f09", "id": 28, "zone": "Europe/Rome", "kind": "letter", "direction": "out", "place": "Bar Luce", "counts": null}', NULL);
INSERT INTO change VALUES (123, 45, 'fact', 2, 0, '{"person_id": 10, "text": "Moved to Porto in spring", "uuid": "01a1ff70-2647-73ef-8ec5-f16bbb6b3197", "on_day": "2025-05-02", "id": 2, "created_at": "2025-05-02T17:12:00Z"}', NULL);
INSERT INTO change VALUES (124, 45, 'fact', 3, 0, '{"person_id": 10, "text": "Allergic to walnuts", "uuid": "01a1ff70-2647-706d-bbc4-3c945cf56c29", "on_day": "2025-05-02", "id": 3, "created_at": "2025-05-02T17:12:00Z"}', NULL);
INSERT INTO change VALUES (125, 45, 'participant', 10, 0, '{"person_id": 10, "id": 10, "uuid": "01a1ff70-266e-776c-8c7a-3e0d354b8f1d", "interaction_id": 8}', NULL);
INSERT INTO change VALUES (126, 45, 'participant', 14, 0, '{"person_id": 10, "id": 14, "uuid": "01a1ff70-2678-7b91-90b5-bb1bf2b24107", "interaction_id": 10}', NULL);
INSERT INTO change VALUES (127, 45, 'participant', 38, 0, '{"person_id": 10, "id": 38, "uuid": "01a1ff70-26d8-7efa-9cd2-b389e8407770", "interaction_id": 29}', NULL);
INSERT INTO change VALUES (128, 45, 'person', 10, 0, '{"event_id": null, "paused_on": null, "company": "Museu do Rio", "ended_on": null, "every_days": null, "ended_why": null, "role": null, "birthday": null, "created_at": "2025-05-02T17:12:00Z", "uuid": "01a1ff70-2646-72b1-9991-7854f21be78d", "place": null, "since_on": "2023-09-01", "name": "Inês Carvalho", "met": null, "is_fresh": false, "handle": "ines", "met_on": null, "via_id": null, "snoozed_until": null, "id": 10, "tier": "active"}', NULL);
INSERT INTO change VALUES (129, 46, 'person', 1, 0, '{"is_kin": false, "skipped_on": null, "tier_kept_on": null}', '{"is_kin": true, "skipped_on": "2026-03-09", "tier_kept_on": "2026-03-09"}');
INSERT INTO change VALUES (130, 47, 'pause', 1, 1, NULL, NULL);
INSERT INTO change VALUES (131, 48, 'promise', 1, 1, NULL, NULL);
INSERT INTO change VALUES (132, 49, 'promise', 2, 1, NULL, NULL);
INSERT INTO change VALUES (133, 50, 'exchange', 1, 1, NULL, NULL);
INSERT INTO change VALUES (134, 51, 'exchange', 2, 1, NULL, NULL);
INSERT INTO change VALUES (135, 52, 'introduction', 1, 1, NULL, NULL);
INSERT INTO change VALUES (136, 53, 'fact', 4, 1, NULL, NULL);
INSERT INTO change VALUES (137, 54, 'mentorship', 1, 1, NULL, NULL);
INSERT INTO change VALUES (138, 54, 'mentor_goal', 1, 1, NULL, NULL);
INSERT INTO change VALUES (139, 55, 'season', 1, 1, NULL, NULL);
INSERT INTO event VALUES (1, '01a1ff70-261d-7ea2-86ce-c437f80ea011', 'pymilano-january', 'PyMilano January', '2025-01-08', NULL, NULL, NULL, NULL);
INSERT INTO event VALUES (2, '01a1ff70-2677-7763-b288-a2f57cab3a46', 'design-week', 'Design Week', '2025-07-01', NULL, NULL, NULL, NULL);
INSERT INTO season VALUES (1, '01a2009a-4ede-7d09-bb91-066bdd9abb16', 'recital', 'tag:pm', 1.5, '2026-11-21', '2027-06-01');
INSERT INTO loop VALUES ('ending', 1, 2, 740108, NULL);
INSERT INTO loop VALUES ('exchange', 2, 2, 739942, NULL);
INSERT INTO loop VALUES ('halfway', 1, 2, 740032, 740039);
INSERT INTO loop VALUES ('introduction', 1, 1, 739943, NULL);
INSERT INTO loop VALUES ('promise', 1, 1, 739946, NULL);
INSERT INTO loop VALUES ('promise', 2, 2, 739962, NULL);
INSERT INTO loop VALUES ('thanks', 7, 1, 739322, 739350);
INSERT INTO loop VALUES ('thanks', 9, 2, 739355, 739383);
INSERT INTO interaction VALUES (1, '01a1ff70-264b-74f6-9b28-dcb4d763c2b4', '2025-03-28T11:00:00Z', 'Europe/Rome', '2025-03-28', 'coffee', 'meet', 'mutual', NULL, 'Bar Luce', NULL, 'talked about pricing over espresso', NULL, '2025-05-07T17:12:00Z');
INSERT INTO interaction VALUES (2, '01a1ff70-2651-7c32-9bfd-d99ad5fcf24d', '2025-05-08T11:00:00Z', 'Europe/Rome', '2025-05-08', 'call', 'talk', 'mutual', 15, NULL, NULL, '', NULL, '2025-05-11T17:12:00Z');
INSERT INTO interaction VALUES (3, '01a1ff70-2656-7e51-9700-4a8b980c157c', '2025-05-14T11:00:00Z', 'Europe/Rome', '2025-05-14', 'email', 'message', 'out', 45, NULL, NULL, 'she starts at a new team in June; send her the onboarding notes', NULL, '2025-05-17T17:12:00Z');
INSERT INTO interaction VALUES (4, '01a1ff70-265b-7e2f-a9fe-84e832c00c9c', '2025-05-23T17:12:00Z', 'Europe/Rome', '2025-05-23', 'message', 'message', 'in', 90, 'Bar Luce', NULL, 'the demo went well 🎉', NULL, '2025-05-23T17:12:00Z');
INSERT INTO interaction VALUES (5, '01a1ff70-2660-7957-8e90-1b4f6287e294', '2025-05-28T11:00:00Z', 'Europe/Rome', '2025-05-28', 'lunch', 'meet', 'mutual', NULL, NULL, NULL, 'asked for an intro to a designer', NULL, '2025-05-29T17:12:00Z');
INSERT INTO interaction VALUES (6, '01a1ff70-2664-7bb7-b856-bc3d89d8422d', '2025-06-07T17:12:00Z', 'Europe/Rome', '2025-06-07', 'comment', 'touch', 'out', 15, NULL, NULL, 'long walk along the canal, mostly about books', NULL, '2025-06-07T17:12:00Z');
INSERT INTO interaction VALUES (7, '01a1ff70-2669-7bb6-be16-1f3ddd54b5ac', '2025-06-09T11:00:00Z', 'Europe/Rome', '2025-06-09', 'video', 'talk', 'mutual', 45, 'Bar Luce', NULL, 'shared the slides', NULL, '2025-06-10T17:12:00Z');
INSERT INTO interaction VALUES (8, '01a1ff70-266d-759c-adcb-70277c35d6cb', '2025-06-16T17:12:00Z', 'Europe/Rome', '2025-06-16', 'letter', 'message', 'out', 90, NULL, NULL, 'he''s looking for a flat near Łódź', NULL, '2025-06-16T17:12:00Z');
INSERT INTO interaction VALUES (9, '01a1ff70-2672-7457-888c-102c73fa88a6', '2025-06-19T11:00:00Z', 'Europe/Rome', '2025-06-19', 'note', 'touch', 'out', NULL, NULL, NULL, 'it''s complicated: "maybe next quarter"
second line of the note', NULL, '2025-06-22T17:12:00Z');
INSERT INTO interaction VALUES (10, '01a1ff70-2677-7b73-98c4-7107e3e6e23e', '2025-06-28T11:00:00Z', 'Europe/Rome', '2025-06-28', 'group', 'meet', 'mutual', 15, 'Bar Luce', 2, '100% sure they will hire', NULL, '2025-07-01T17:12:00Z');
INSERT INTO interaction VALUES (11, '01a1ff70-267d-7643-a270-a150eade1f99', '2025-07-04T11:00:00Z', 'Europe/Rome', '2025-07-04', 'coffee', 'meet', 'mutual', 45, NULL, NULL, 'happy birthday', NULL, '2025-07-05T17:12:00Z');
INSERT INTO interaction VALUES (12, '01a1ff70-2682-7391-8a5f-0a823e6bfbf2', '2025-07-11T17:12:00Z', 'Europe/Rome', '2025-07-11', 'call', 'talk', 'mutual', 90, NULL, NULL, 'rewritten', 1.0, '2025-07-11T17:12:00Z');
INSERT INTO interaction VALUES (13, '01a1ff70-2687-78ec-ac95-c7f478a1c06e', '2025-06-08T11:00:00Z', 'Europe/Rome', '2025-06-08', 'email', 'message', 'out', NULL, 'Bar Luce', NULL, 'talked about pricing over espresso', NULL, '2025-07-18T17:12:00Z');
INSERT INTO interaction VALUES (14, '01a1ff70-268c-767d-97c7-3b5ab09aa85b', '2025-07-20T11:00:00Z', 'Europe/Rome', '2025-07-20', 'message', 'message', 'in', 15, NULL, NULL, '', NULL, '2025-07-23T17:12:00Z');
INSERT INTO interaction VALUES (15, '01a1ff70-2690-7e06-869b-925153c29923', '2025-07-26T11:00:00Z', 'Europe/Rome', '2025-07-26', 'lunch', 'meet', 'mutual', 45, NULL, NULL, 'she starts at a new team in June; send her the onboarding notes', NULL, '2025-07-29T17:12:00Z');
INSERT INTO interaction VALUES (16, '01a1ff70-2696-7c61-94fa-0e16503adee7', '2025-08-03T17:12:00Z', 'Europe/Rome', '2025-08-03', 'comment', 'touch', 'out', 90, 'Bar Luce', NULL, 'the demo went well 🎉', NULL, '2025-08-03T17:12:00Z');
INSERT INTO interaction VALUES (17, '01a1ff70-269b-724d-a42e-9300e4bd1c94', '2025-07-01T11:00:00Z', 'Europe/Rome', '2025-07-01', 'video', 'talk', 'mutual', NULL, NULL, NULL, 'asked for an intro to a designer', NULL, '2025-08-10T17:12:00Z');
INSERT INTO interaction VALUES (18, '01a1ff70-269f-7ecf-94cb-de4b71b4f45f', '2025-08-17T11:00:00Z', 'Europe/Rome', '2025-08-17', 'letter', 'message', 'out', 15, NULL, NULL, 'long walk along the canal, mostly about books', NULL, '2025-08-18T17:12:00Z');
INSERT INTO interaction VALUES (19, '01a1ff70-26a4-786e-a41d-c2e73715acb7', '2025-08-24T17:12:00Z', 'Europe/Rome', '2025-08-24', 'note', 'touch', 'out', 45, 'Bar Luce', NULL, 'shared the slides', NULL, '2025-08-24T17:12:00Z');
INSERT INTO interaction VALUES (20, '01a1ff70-26a9-7f3a-bb5c-41a5cd21ad39', '2025-08-25T11:00:00Z', 'Europe/Rome', '2025-08-25', 'group', 'meet', 'mutual', 90, NULL, 2, 'he''s looking for a flat near Łódź', NULL, '2025-08-28T17:12:00Z');
INSERT INTO interaction VALUES (21, '01a1ff70-26af-7d16-823e-f5ef33f8442e', '2025-09-03T11:00:00Z', 'Europe/Rome', '2025-09-03', 'coffee', 'meet', 'mutual', NULL, NULL, NULL, 'it''s complicated: "maybe next quarter"
second line of the note', NULL, '2025-09-04T17:12:00Z');
INSERT INTO interaction VALUES (22, '01a1ff70-26b5-7512-bfbd-a69078ba2748', '2025-09-07T11:00:00Z', 'Europe/Rome', '2025-09-07', 'call', 'talk', 'mutual', 15, 'Bar Luce', NULL, '100% sure they will hire', NULL, '2025-09-10T17:12:00Z');
INSERT INTO interaction VALUES (23, '01a1ff70-26ba-76ef-9979-26c4260b0582', '2025-09-11T11:00:00Z', 'Europe/Rome', '2025-09-11', 'email', 'message', 'out', 45, NULL, NULL, 'happy birthday', NULL, '2025-09-14T17:12:00Z');
INSERT INTO interaction VALUES (24, '01a1ff70-26c0-7dcb-b086-406ed658a753', '2025-09-23T17:12:00Z', 'Europe/Rome', '2025-09-23', 'message', 'message', 'in', 90, NULL, NULL, 'lost in translation; laughed a lot', NULL, '2025-09-23T17:12:00Z');
INSERT INTO interaction VALUES (25, '01a1ff70-26c5-7df1-a976-6504ad1cc524', '2025-09-26T11:00:00Z', 'Europe/Rome', '2025-09-26', 'lunch', 'meet', 'mutual', NULL, 'Bar Luce', NULL, 'talked about pricing over espresso', NULL, '2025-09-27T17:12:00Z');
INSERT INTO interaction VALUES (26, '01a1ff70-26ca-719a-9914-faee833d3da4', '2025-09-29T11:00:00Z', 'Europe/Rome', '2025-09-29', 'comment', 'touch', 'out', 15, NULL, NULL, '', NULL, '2025-10-02T17:12:00Z');
INSERT INTO interaction VALUES (27, '01a1ff70-26ce-7cb5-b1b5-6c2cd0a85e82', '2025-08-31T11:00:00Z', 'Europe/Rome', '2025-08-31', 'video', 'talk', 'mutual', 45, NULL, NULL, 'she starts at a new team in June; send her the onboarding notes', NULL, '2025-10-10T17:12:00Z');
INSERT INTO interaction VALUES (28, '01a1ff70-26d3-7101-8c13-6882b8bc7f09', '2025-10-15T11:00:00Z', 'Europe/Rome', '2025-10-15', 'letter', 'message', 'out', 90, 'Bar Luce', NULL, 'the demo went well 🎉', NULL, '2025-10-16T17:12:00Z');
INSERT INTO interaction VALUES (29, '01a1ff70-26d8-7b1b-b97b-9f570dcda919', '2025-10-23T17:12:00Z', 'Europe/Rome', '2025-10-23', 'note', 'touch', 'out', NULL, NULL, NULL, 'asked for an intro to a designer', NULL, '2025-10-23T17:12:00Z');
INSERT INTO interaction VALUES (30, '01a1ff70-26dd-7fb5-a7af-f298f386a8d3', '2025-09-19T11:00:00Z', 'Europe/Rome', '2025-09-19', 'group', 'meet', 'mutual', 15, NULL, 2, 'long walk along the canal, mostly about books', NULL, '2025-10-29T17:12:00Z');
INSERT INTO person VALUES (1, '01a1ff70-261e-7b86-848e-fdae966558b8', 'giulia', 'Giulia Rossi', 'Acme Orologi', 'product lead', 'Milano', NULL, '2025-01-08', 1, NULL, 'close', NULL, '--11-24', '2025-01-08', 1, NULL, NULL, NULL, NULL, NULL, '2025-01-08T17:12:00Z', 1, '2026-03-09', '2026-03-09');
INSERT INTO person VALUES (2, '01a1ff70-2624-77ef-ad5f-5c715f3ba4ef', 'lukasz', 'Łukasz Wójcik', 'Bałtyk Data', NULL, 'Gdańsk', NULL, '2025-01-08', 1, NULL, NULL, NULL, NULL, '2025-01-08', 1, NULL, NULL, NULL, NULL, NULL, '2025-01-08T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (3, '01a1ff70-2629-71b8-adf5-2bb0acb70028', 'aiko', 'Aiko Tanaka 田中愛子', 'Hoshi Labs', 'CTO', 'Kyōto', NULL, NULL, NULL, NULL, 'inner', NULL, '1984-02-29', '2024-06-01', 0, NULL, NULL, NULL, NULL, NULL, '2025-01-20T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (4, '01a1ff70-262e-70ef-99ee-54d09e989458', 'orla', 'Orla Ní Bhriain', NULL, NULL, 'Galway', 'on the ferry to Aran', NULL, NULL, NULL, 'wide', NULL, NULL, '2025-02-02', 1, NULL, '2026-01-15', NULL, NULL, NULL, '2025-02-02T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (5, '01a1ff70-2632-714f-bbcb-21714073c72f', 'tomas', 'Tomás D''Almeida', 'Vento Energia', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 21, NULL, '2025-02-14', 1, NULL, NULL, NULL, NULL, NULL, '2025-02-14T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (6, '01a1ff70-2636-7240-8e6a-e3d50f88096c', 'nadia', 'Nadia Haddad', NULL, 'editor', NULL, NULL, NULL, NULL, NULL, 'active', NULL, NULL, '2025-03-03', 0, NULL, NULL, NULL, '2025-11-11', 'changed careers', '2025-03-03T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (7, '01a1ff70-263a-750e-a4e8-777788e380ea', 'sven', 'Sven Öberg', NULL, NULL, NULL, NULL, NULL, NULL, 1, 'none', NULL, NULL, '2025-03-09', 1, NULL, NULL, NULL, NULL, NULL, '2025-03-09T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (8, '01a1ff70-263d-7fab-9968-b5c2157d3860', 'chiara', 'Chiara Bianchi', 'Studio “Due Torri”', NULL, 'Bologna', NULL, NULL, NULL, NULL, NULL, NULL, '1990-05-17', '2025-04-01', 1, NULL, NULL, NULL, NULL, NULL, '2025-04-01T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (9, '01a1ff70-2642-7b70-bb2b-82bd89353112', 'marek', 'Marek Zając', NULL, NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL, NULL, '2025-04-11', 1, NULL, NULL, NULL, NULL, NULL, '2025-04-11T17:12:00Z', 0, NULL, NULL);
INSERT INTO person VALUES (10, '01a1ff70-2646-72b1-9991-7854f21be78d', 'ines', 'Inês Carvalho', 'Museu do Rio', NULL, NULL, NULL, NULL, NULL, NULL, 'active', NULL, NULL, '2023-09-01', 0, NULL, NULL, NULL, NULL, NULL, '2025-05-02T17:12:00Z', 0, NULL, NULL);
INSERT INTO alias VALUES (1, '01a1ff70-2625-7f57-9745-a4270c1b3fa2', 2, 'Luke');
INSERT INTO contact VALUES (1, '01a1ff70-261e-7c1c-936c-1637432570da', 1, 'email', 'giulia@example.org', 'giulia@example.org');
INSERT INTO contact VALUES (2, '01a1ff70-261f-7bf5-b487-8ec40fcdadb0', 1, 'phone', '+39 02 5550 101', '025550101');
INSERT INTO contact VALUES (3, '01a1ff70-2625-79a8-9b41-368dd2c7637f', 2, 'email', 'lukasz@example.net', 'lukasz@example.net');
INSERT INTO contact VALUES (4, '01a1ff70-2632-7915-b4eb-82470be9021b', 5, 'url', 'https://example.com/tomas', 'example.com/tomas');
INSERT INTO participant VALUES (1, '01a1ff70-264b-714c-9982-11d8f93334b2', 1, 3);
INSERT INTO participant VALUES (2, '01a1ff70-264c-7ec6-afc1-2690b51b2860', 1, 7);
INSERT INTO participant VALUES (3, '01a1ff70-2651-7250-be7c-a6be8536494a', 2, 2);
INSERT INTO participant VALUES (4, '01a1ff70-2656-7f8d-9828-07e5fd0fe2d9', 3, 6);
INSERT INTO participant VALUES (5, '01a1ff70-265b-7b53-8774-94821f4f0a91', 4, 9);
INSERT INTO participant VALUES (6, '01a1ff70-2660-70e8-9e9b-7734e9c187b6', 5, 2);
INSERT INTO participant VALUES (7, '01a1ff70-2664-762b-9fab-e40a6c853d62', 6, 2);
INSERT INTO participant VALUES (8, '01a1ff70-2669-7161-b763-828fff94ab28', 7, 9);
INSERT INTO participant VALUES (9, '01a1ff70-266e-7823-9f70-6ed257e5ccf2', 8, 2);
INSERT INTO participant VALUES (10, '01a1ff70-266e-776c-8c7a-3e0d354b8f1d', 8, 10);
INSERT INTO participant VALUES (11, '01a1ff70-2673-7f3a-a476-e40c9299b01d', 9, 10);
INSERT INTO participant VALUES (12, '01a1ff70-2678-7096-98cc-ee059da5812d', 10, 1);
INSERT INTO participant VALUES (13, '01a1ff70-2678-7e7b-9934-acd7afc77ec7', 10, 4);
INSERT INTO participant VALUES (14, '01a1ff70-2678-7b91-90b5-bb1bf2b24107', 10, 10);
INSERT INTO participant VALUES (15, '01a1ff70-267d-7c79-8210-4c564d45d87a', 11, 5);
INSERT INTO participant VALUES (17, '01a1ff70-2687-7878-b09c-fa14eaf3f53d', 13, 9);
INSERT INTO participant VALUES (18, '01a1ff70-268c-7576-9b2a-1e6a6d0908b7', 14, 2);
INSERT INTO participant VALUES (19, '01a1ff70-2690-7eaf-a043-59287eeb6779', 15, 2);
INSERT INTO participant VALUES (20, '01a1ff70-2691-7ff6-8575-242e1c3b253d', 15, 6);
INSERT INTO participant VALUES (21, '01a1ff70-2696-74cd-a507-ed468e1cc6e4', 16, 10);
INSERT INTO participant VALUES (22, '01a1ff70-269b-7cf0-bb0b-64a0aebe124a', 17, 8);
INSERT INTO participant VALUES (23, '01a1ff70-26a0-7048-8ee0-9b33d9945bc0', 18, 6);
INSERT INTO participant VALUES (24, '01a1ff70-26a4-7c72-9fda-1ee73090cb27', 19, 6);
INSERT INTO participant VALUES (25, '01a1ff70-26aa-7beb-aa6d-69637b2749ae', 20, 2);
INSERT INTO participant VALUES (26, '01a1ff70-26aa-73c6-90d1-72b10ebafbc3', 20, 3);
INSERT INTO participant VALUES (27, '01a1ff70-26aa-724e-840a-333fba76ba88', 20, 4);
INSERT INTO participant VALUES (28, '01a1ff70-26b0-769c-91c1-b9235e8b0a3d', 21, 9);
INSERT INTO participant VALUES (29, '01a1ff70-26b5-73fd-aa85-bfa397234ba4', 22, 5);
INSERT INTO participant VALUES (30, '01a1ff70-26b5-76a9-9890-f08579941887', 22, 8);
INSERT INTO participant VALUES (31, '01a1ff70-26bb-7eab-8b5a-e907c099b3b9', 23, 2);
INSERT INTO participant VALUES (32, '01a1ff70-26c0-7c09-a9ff-12aba6c297e2', 24, 3);
INSERT INTO participant VALUES (33, '01a1ff70-26c5-77b3-bb7c-30dae4226cc9', 25, 8);
INSERT INTO participant VALUES (34, '01a1ff70-26ca-75f3-9322-61f1f536fa92', 26, 2);
INSERT INTO participant VALUES (35, '01a1ff70-26ce-76a1-81d2-4e681ebbaa61', 27, 6);
INSERT INTO participant VALUES (36, '01a1ff70-26d3-7085-9fd7-9f1e57eff0b2', 28, 10);
INSERT INTO participant VALUES (37, '01a1ff70-26d8-7a22-a33f-de7a7f3aa2ed', 29, 2);
INSERT INTO participant VALUES (38, '01a1ff70-26d8-7efa-9cd2-b389e8407770', 29, 10);
INSERT INTO participant VALUES (39, '01a1ff70-26dd-7801-a80f-41c4359c7888', 30, 1);
INSERT INTO participant VALUES (40, '01a1ff70-26de-75af-a348-7243eb0f2296', 30, 2);
INSERT INTO participant VALUES (41, '01a1ff70-26de-7e1e-b3f6-de82628c79e9', 30, 5);
INSERT INTO participant VALUES (42, '01a1ff70-2720-78f2-9022-969514aa3d05', 12, 1);
INSERT INTO participant VALUES (43, '01a1ff70-2720-7fd2-99c9-38b238a50b0a', 12, 3);
INSERT INTO tag VALUES (1, '01a1ff70-261e-7efa-b073-8e56cbc8c88a', 'pm', 1, NULL);
INSERT INTO tag VALUES (2, '01a1ff70-261e-7ae5-925f-a07d42008a38', 'milano', 1, NULL);
INSERT INTO tag VALUES (3, '01a1ff70-2625-72de-8951-42daef3aad52', 'data', 2, NULL);
INSERT INTO tag VALUES (4, '01a1ff70-262a-7e35-a84f-569ae7a510d3', 'founder', 3, NULL);
INSERT INTO tag VALUES (5, '01a1ff70-2636-7d2f-a7f6-3153479fe315', 'press', 6, NULL);
INSERT INTO tag VALUES (6, '01a1ff70-263e-711c-9e02-e539359cb44e', 'design', 8, NULL);
INSERT INTO tag VALUES (7, '01a1ff70-263e-7d88-a381-806c2e9abc9a', 'milano', 8, NULL);
INSERT INTO tag VALUES (8, '01a1ff70-2642-7801-8c0f-380ed8356fc5', 'data', 9, NULL);
INSERT INTO tag VALUES (9, '01a1ff70-264c-7b2b-b4ee-55283b5a8399', 'pricing', NULL, 1);
INSERT INTO tag VALUES (10, '01a1ff70-2678-788e-b1ff-f1031fc2f129', 'pricing', NULL, 10);
INSERT INTO tag VALUES (11, '01a1ff70-26a4-7c9e-bd9e-4ec1cf645bdb', 'pricing', NULL, 19);
INSERT INTO tag VALUES (12, '01a1ff70-26d3-761e-9af2-c5525e06b5dc', 'pricing', NULL, 28);
INSERT INTO tag VALUES (13, '01a1ff70-270e-757d-92f9-de6b7bb7fb96', 'berlin', 6, NULL);
INSERT INTO topic VALUES (1, '01a1ff70-261f-70b0-8d63-cebf6d63dbac', 1, 'can', 'pricing');
INSERT INTO topic VALUES (2, '01a1ff70-261f-7814-91f2-4fe5ad37d1cd', 1, 'wants', 'a data engineer');
INSERT INTO topic VALUES (3, '01a1ff70-262e-70de-ac26-fc62aca5804d', 4, 'can', 'Irish translations');
INSERT INTO topic VALUES (4, '01a1ff70-2642-7620-9627-0a1fea5f9f87', 9, 'wants', 'introductions in Rome');
INSERT INTO fact VALUES (1, '01a1ff70-261f-7ff2-888c-9ae1d61a9c93', 1, '2025-01-08', 'Two daughters, the elder plays the cello', '2025-01-08T17:12:00Z', NULL, NULL);
INSERT INTO fact VALUES (2, '01a1ff70-2647-73ef-8ec5-f16bbb6b3197', 10, '2025-05-02', 'Moved to Porto in spring', '2025-05-02T17:12:00Z', NULL, NULL);
INSERT INTO fact VALUES (3, '01a1ff70-2647-706d-bbc4-3c945cf56c29', 10, '2025-05-02', 'Allergic to walnuts', '2025-05-02T17:12:00Z', NULL, NULL);
INSERT INTO fact VALUES (4, '01a2009a-4d2b-71c3-b206-7ce36f8e8b52', 1, '2026-11-21', 'moved to Turin', '2026-11-22T00:14:02Z', NULL, NULL);
INSERT INTO promise VALUES (1, '01a2009a-49bb-7134-bc8e-82b703424e85', 1, 'mine', 'send her the score of the concert', '2026-11-21', '2026-11-27', 0, NULL, NULL, NULL);
INSERT INTO promise VALUES (2, '01a2009a-4a96-722c-9bdb-366d73cd1937', 2, 'theirs', 'his notes on our plan', '2026-11-21', NULL, 0, NULL, NULL, NULL);
INSERT INTO exchange VALUES (1, '01a2009a-4b2b-7d13-bc1d-2d8d33fd543f', 1, 'gave', 'an hour on her portfolio', '2026-11-21', NULL, NULL);
INSERT INTO exchange VALUES (2, '01a2009a-4bc4-71e1-9f52-7ff620fc146f', 2, 'asked_by', 'a word about pricing', '2026-11-21', NULL, NULL);
INSERT INTO introduction VALUES (1, '01a2009a-4c69-76d0-9b1b-6bc09a8dc5db', 1, 2, 'both play in an orchestra', 'idea', '2026-11-21', NULL, NULL);
INSERT INTO mentorship VALUES (1, '01a2009a-4e00-7aaa-86e2-f1cdb0b7d4b6', 2, 'mentee', 14, '2026-11-21', '2027-05-21', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO mentor_goal VALUES (1, '01a2009a-4e00-73d0-9d36-7d0bc2d1ea50', 1, 'present to the board', '2026-11-21', NULL);
UPDATE sqlite_sequence SET seq = 10 WHERE name = 'person';
INSERT INTO sqlite_sequence SELECT 'person', 10 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'person');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'alias';
INSERT INTO sqlite_sequence SELECT 'alias', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'alias');
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'contact';
INSERT INTO sqlite_sequence SELECT 'contact', 4 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'contact');
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'topic';
INSERT INTO sqlite_sequence SELECT 'topic', 4 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'topic');
UPDATE sqlite_sequence SET seq = 30 WHERE name = 'interaction';
INSERT INTO sqlite_sequence SELECT 'interaction', 30 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'interaction');
UPDATE sqlite_sequence SET seq = 43 WHERE name = 'participant';
INSERT INTO sqlite_sequence SELECT 'participant', 43 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'participant');
UPDATE sqlite_sequence SET seq = 13 WHERE name = 'tag';
INSERT INTO sqlite_sequence SELECT 'tag', 13 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'tag');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'inbox';
INSERT INTO sqlite_sequence SELECT 'inbox', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'inbox');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'pause';
INSERT INTO sqlite_sequence SELECT 'pause', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'pause');
UPDATE sqlite_sequence SET seq = 55 WHERE name = 'operation';
INSERT INTO sqlite_sequence SELECT 'operation', 55 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'operation');
UPDATE sqlite_sequence SET seq = 139 WHERE name = 'change';
INSERT INTO sqlite_sequence SELECT 'change', 139 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'change');
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'event';
INSERT INTO sqlite_sequence SELECT 'event', 2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'event');
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'fact';
INSERT INTO sqlite_sequence SELECT 'fact', 4 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'fact');
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'promise';
INSERT INTO sqlite_sequence SELECT 'promise', 2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'promise');
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'exchange';
INSERT INTO sqlite_sequence SELECT 'exchange', 2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'exchange');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'introduction';
INSERT INTO sqlite_sequence SELECT 'introduction', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'introduction');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'mentorship';
INSERT INTO sqlite_sequence SELECT 'mentorship', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'mentorship');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'mentor_goal';
INSERT INTO sqlite_sequence SELECT 'mentor_goal', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'mentor_goal');
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'season';
INSERT INTO sqlite_sequence SELECT 'season', 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'season');
COMMIT;
