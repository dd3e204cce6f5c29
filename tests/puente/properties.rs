//! Rules held on made-up values: whatever comes in from outside is read or refused, never a panic. `PROPTEST_CASES` says how many
//! values; `scripts/fuzz.sh` raises it.

use std::{collections::BTreeMap, sync::LazyLock};

use proptest::{collection::vec, prelude::*, sample::select, test_runner::TestRunner};
use puente::{
    domain::{Dialogue, Lang, TableFormat},
    i18n::I18n,
    matching::{
        directory::{self, OPPORTUNITY},
        taxonomy::Taxonomy,
    },
    tables::{self, Cell, Table},
    talk::{Action, BoxFuture, Command, Incoming, Intake, NotKept, Text},
    telegram::Telegram,
};
use serde_json::{Map, Value, json};

use crate::standin::checked_html;

/// So many values in an ordinary run; each takes well under a millisecond.
fn few() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Takes everything and keeps what it was told.
#[derive(Default)]
struct Basket(std::sync::Mutex<Vec<Incoming>>);

impl Intake for Basket {
    fn hand(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), NotKept>> {
        self.0.lock().unwrap().push(incoming);
        Box::pin(async { Ok(()) })
    }
}

/// Any JSON, with the names and values that Telegram uses among the others.
fn any_json() -> impl Strategy<Value = Value> {
    let names = select(vec![
        "update_id",
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_id",
        "date",
        "text",
        "chat",
        "from",
        "id",
        "type",
        "is_bot",
        "first_name",
        "data",
        "entities",
        "offset",
        "length",
        "document",
        "photo",
        "reply_to_message",
        "message_thread_id",
        "is_topic_message",
        "caption",
        "new_chat_members",
        "left_chat_member",
        "old_chat_member",
        "new_chat_member",
        "status",
        "user",
        "file_id",
        "file_unique_id",
        "mime_type",
        "sender_chat",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_i64..10).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        select(vec!["private", "supergroup", "channel", "member", "kicked", "left", "/start", "take:1", "bot_command"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec((names.clone(), inner), 0..8).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>()
            )),
        ]
    })
}

/// A whole update in which one part is replaced by anything.
fn spoilt_update() -> impl Strategy<Value = Value> {
    let whole = json!({"update_id": 7, "message": {
        "message_id": 1, "date": 1, "text": "/ask hola", "entities": [{"type": "bot_command", "offset": 0, "length": 4}],
        "chat": {"id": 5, "type": "private", "first_name": "A"}, "from": {"id": 5, "is_bot": false, "first_name": "A"},
        "reply_to_message": {"message_id": 2, "date": 1, "text": "x", "chat": {"id": 5, "type": "private", "first_name": "A"}},
        "document": {"file_id": "f", "file_unique_id": "u", "file_name": "x", "mime_type": "a/b", "file_size": 3},
    }});
    let paths = select(vec![
        "/update_id",
        "/message",
        "/message/message_id",
        "/message/text",
        "/message/chat",
        "/message/chat/id",
        "/message/chat/type",
        "/message/from",
        "/message/from/id",
        "/message/from/first_name",
        "/message/reply_to_message",
        "/message/entities",
        "/message/document",
        "/message/document/mime_type",
        "/message/date",
    ]);
    (paths, any_json()).prop_map(move |(path, part)| {
        let mut update = whole.clone();
        *update.pointer_mut(path).expect("a path of the update") = part;
        update
    })
}

fn telegram() -> &'static Telegram {
    static ONE: std::sync::OnceLock<Telegram> = std::sync::OnceLock::new();
    ONE.get_or_init(|| Telegram::connect("1:x".to_owned().into(), Some("http://127.0.0.1:9")).unwrap())
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn any_update_is_read_or_passed_over(update in prop_oneof![any_json(), spoilt_update()], bytes in vec(any::<u8>(), 0..64)) {
        let basket = Basket::default();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            telegram().receive(update.to_string().as_bytes(), &basket).await.unwrap();
            telegram().receive(&bytes, &basket).await.unwrap();
        });
        for incoming in basket.0.lock().unwrap().iter() {
            // What is handed in can be kept and read again, as a parked turn is.
            let kept = serde_json::to_string(incoming).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Incoming>(&kept).unwrap(), incoming);
        }
    }

    #[test]
    fn any_payload_is_a_button_of_ours_that_spells_itself_or_none(
        payload in prop_oneof![
            ".{0,64}",
            "(menu|lang|cat|e|none|vote|human|req|amend|wd|wd!|f|take|free|close|open|match|forget!)(:[a-z0-9=-]{0,12}){0,3}",
        ],
    ) {
        if let Some(action) = Action::decode(&payload) {
            let spelled = action.encode();
            prop_assert_eq!(Action::decode(&spelled), Some(action));
        }
    }

    #[test]
    fn any_line_is_a_command_or_words(line in "[/@_a-zA-Z0-9 \u{200b}\n中é]{0,40}") {
        if let Some((_, rest)) = Command::read(&line, Some("puente_bot")) {
            prop_assert!(line.contains(rest));
        }
    }

    #[test]
    fn any_markdown_and_any_words_become_html_that_telegram_takes(
        source in "([*_`\\[\\]()<>&#> \n-]|\\*\\*|https://a\\.b|[a-zé中]{1,3}){0,40}",
        words in ".{0,60}",
    ) {
        static I18N: LazyLock<I18n> = LazyLock::new(I18n::new);
        let i18n = &*I18N;
        for text in [Text::Markdown(source.clone()), Text::Typed(words.clone()), Text::Typed(source.clone())] {
            let html = i18n.html(Lang::Es, &text);
            let read = checked_html(&html);
            prop_assert!(read.is_ok(), "{html:?} of {source:?}: {read:?}");
        }
        let shown = checked_html(&i18n.html(Lang::Es, &Text::Typed(source.clone()))).unwrap();
        prop_assert_eq!(shown.trim(), source.trim(), "what is typed is shown as typed");
    }

    #[test]
    fn any_dialogue_of_any_version_is_read_or_begun_anew(
        kept in any_json(),
        mode in select(vec!["open", "form", "human", "missing", "later"]),
        draft in any_json(),
    ) {
        for kept in [kept, json!({"mode": mode, "draft": draft.clone()}), json!({"mode": {mode: draft.clone()}, "draft": null})] {
            if let Ok(dialogue) = serde_json::from_value::<Dialogue>(kept) {
                let again = serde_json::to_string(&dialogue).unwrap();
                prop_assert_eq!(serde_json::from_str::<Dialogue>(&again).unwrap(), dialogue);
            }
        }
    }
}

/// A file with some of its bytes replaced, cut or doubled.
fn spoilt(text: &str, cuts: &[(usize, String)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, put) in cuts {
        let at = at % (chars.len() + 1);
        let end = (at + put.chars().count() / 2).min(chars.len());
        chars.splice(at..end, put.chars());
    }
    chars.into_iter().collect()
}

fn cuts() -> impl Strategy<Value = Vec<(usize, String)>> {
    vec((0_usize..20_000, "[\\[\\]\"=,;|\n#a-zé中0-9{}-]{0,12}"), 1..4)
}

/// Holds a rule on many values, where what it needs is laid out once for all of them.
fn on_many<S: Strategy>(values: &S, rule: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    TestRunner::new(few()).run(values, rule).unwrap_or_else(|broken| panic!("{broken}"));
}

/// A file of the content as people wrote it, no longer than a spoiled part of it is likely to matter.
fn head(file: &str) -> String {
    let whole = std::fs::read_to_string(crate::house::content().join(file)).unwrap();
    let mut length = 0;
    let fits = |line: &&str| {
        length += line.len();
        length <= 3_000
    };
    whole.lines().take_while(fits).map(|line| format!("{line}\n")).collect()
}

/// An entry as people wrote it, alone and with the first few of its many ways to ask in each language.
fn few_ways(entry: &str) -> String {
    let mut ways = 0;
    let is_kept = |line: &&str| {
        let is_way = line.starts_with("  \"");
        ways = if is_way { ways + 1 } else { 0 };
        ways <= 4 && !line.starts_with("related")
    };
    entry.lines().filter(is_kept).map(|line| format!("{line}\n")).collect()
}

#[test]
fn any_faq_file_is_used_or_its_problems_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (entry, glossary) = ("faq/ip/trade-secrets-nda.toml", "glossary.toml");
    std::fs::create_dir_all(folder.path().join("faq/ip")).unwrap();
    let whole = few_ways(&std::fs::read_to_string(crate::house::content().join(entry)).unwrap());
    let words = head(glossary) + "]";
    std::fs::write(folder.path().join(entry), &whole).unwrap();
    std::fs::write(folder.path().join(glossary), &words).unwrap();
    assert_eq!(puente::faq::check(folder.path().to_owned()).err(), None, "what is spoiled is whole");
    on_many(&(cuts(), ".{0,200}", any::<bool>()), |(cuts, noise, other)| {
        let (one, another) = if other { (noise, spoilt(&words, &cuts)) } else { (spoilt(&whole, &cuts), words.clone()) };
        std::fs::write(folder.path().join(entry), one).unwrap();
        std::fs::write(folder.path().join(glossary), another).unwrap();
        if let Err(problems) = puente::faq::check(folder.path().to_owned()) {
            prop_assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.to_string().is_empty()));
        }
        Ok(())
    });
}

#[test]
fn any_taxonomy_file_is_used_or_its_problems_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (file, whole) = (folder.path().join("taxonomy.toml"), head("taxonomy.toml"));
    on_many(&cuts(), |cuts| {
        std::fs::write(&file, spoilt(&whole, &cuts)).unwrap();
        if let Err(problems) = Taxonomy::read(&file) {
            prop_assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.to_string().is_empty()));
        }
        Ok(())
    });
}

#[test]
fn any_import_file_is_read_or_its_faults_are_named() {
    let taxonomy = Taxonomy::read(&crate::house::content().join("taxonomy.toml")).unwrap();
    // A row of the examples that the columns are explained with.
    let mut sample = Table::with_columns(OPPORTUNITY.iter().map(|column| column.name));
    sample.push(OPPORTUNITY.iter().map(|column| Cell::text(column.example)).collect());
    let written = [TableFormat::Csv, TableFormat::Jsonl, TableFormat::Xlsx]
        .map(|format| (format, tables::write(&sample, format, "x").unwrap()));
    let values = (0..written.len(), cuts(), vec((0_usize..20_000, any::<u8>()), 0..4));
    on_many(&values, |(which, cuts, bytes)| {
        let (format, whole) = &written[which];
        let mut file = match std::str::from_utf8(whole) {
            Ok(text) => spoilt(text, &cuts).into_bytes(),
            Err(_) => whole.clone(),
        };
        for (at, byte) in bytes {
            let length = file.len().max(1);
            if let Some(spoiled) = file.get_mut(at % length) {
                *spoiled = byte;
            }
        }
        match tables::read(*format, &file) {
            Err(fault) => prop_assert!(!fault.what.is_empty()),
            Ok(table) => {
                let filled = directory::opportunities(table, &taxonomy, BTreeMap::new(), &mut |_| {});
                prop_assert!(filled.faults.iter().all(|fault| !fault.what.is_empty()));
            }
        }
        Ok(())
    });
}
