//! The FAQ over real indexes in folders of their own: swaps, damage, other processes, verdicts.

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use puente::{
    domain::Lang,
    faq::{Faq, Places, Verdict},
};
use tempfile::TempDir;

use crate::house::shared_faq;

/// An entry in four languages about one thing, asked for in one more way.
pub fn entry_file(category: &str, jurisdiction: &str, thing: &str, phrasing: &str) -> String {
    let mut text = format!(
        "category = \"{category}\"\njurisdiction = \"{jurisdiction}\"\nreviewed = 2026-11-22\nreview_by = 2036-11-22\n\
         confidence = \"known\"\n\n[[source]]\ntitle = \"Ley 1\"\nurl = \"https://www.bcn.cl\"\n"
    );
    for (lang, question, answer) in [
        ("es", "¿Qué es", "Respuesta sobre"),
        ("zh", "什么是", "关于"),
        ("en", "What is", "Answer about"),
        ("pt", "O que é", "Resposta sobre"),
    ] {
        text += &format!(
            "\n[{lang}]\nquestion = \"{question} {thing}?\"\nphrasings = [\"{phrasing}\"]\nanswer = \"{answer} {thing}.\"\n"
        );
    }
    text
}

/// Puts an entry into a content folder.
pub fn write_entry(content: &Path, category: &str, id: &str, text: &str) {
    let folder = content.join("faq").join(category);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(format!("{id}.toml")), text).expect("a file");
}

struct House {
    folder: TempDir,
}

impl House {
    fn new() -> Self {
        let house = Self { folder: TempDir::new().expect("a folder") };
        house.write("tax", "vat", "el impuesto al valor agregado", "tasa de IVA en Chile");
        house.write("ip", "patent", "una patente de invención", "cómo patento mi invento");
        house
    }

    fn write(&self, category: &str, id: &str, thing: &str, phrasing: &str) {
        write_entry(&self.places().content, category, id, &entry_file(category, "CL", thing, phrasing));
    }

    fn places(&self) -> Places {
        Places { content: self.folder.path().join("index"), built: self.folder.path().join("data/faq") }
    }

    fn open(&self) -> Faq {
        Faq::open(self.places()).expect("the content is good")
    }

    fn builds(&self) -> usize {
        fs::read_dir(self.places().built).expect("built").flatten().filter(|item| item.path().is_dir()).count()
    }
}

fn first(faq: &Faq, question: &str) -> Option<String> {
    faq.answer(Lang::Es, question).candidates.first().map(|candidate| candidate.entry.id.clone())
}

#[test]
fn questions_during_a_hundred_reindexes_never_come_back_empty() {
    let house = House::new();
    let faq = house.open();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut asked = 0;
                while !done.load(Ordering::Relaxed) || asked == 0 {
                    assert_eq!(first(&faq, "cómo patento un invento").as_deref(), Some("patent"));
                    asked += 1;
                }
            });
        }
        for round in 0..100 {
            house.write("tax", "vat", "el impuesto al valor agregado", &format!("tasa de IVA número {round}"));
            let difference = faq.reindex().expect("the content is good");
            assert_eq!((difference.changed, difference.same), (vec!["vat".to_owned()], vec!["patent".to_owned()]));
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(house.builds(), 2, "the current and the previous build are kept");
}

#[test]
fn a_broken_file_is_refused_and_the_old_index_keeps_answering() {
    let house = House::new();
    let faq = house.open();
    write_entry(&house.places().content, "tax", "vat", "category = \"tax\"\nthis is no toml\n");
    let problems = faq.reindex().expect_err("the file is broken");
    assert!(problems[0].file.ends_with("faq/tax/vat.toml"));
    assert_eq!(problems[0].line, 2);
    assert_eq!(first(&faq, "tasa de IVA").as_deref(), Some("vat"));
    assert_eq!(first(&house.open(), "tasa de IVA").as_deref(), Some("vat"), "a restart does not need the broken content");
}

#[test]
fn a_difference_names_what_is_new_changed_and_gone() {
    let house = House::new();
    let faq = house.open();
    fs::remove_file(house.places().content.join("faq/ip/patent.toml")).expect("it is there");
    house.write("tax", "vat", "el IVA", "otra forma de preguntar");
    house.write("talent-visas", "visa", "la visa de trabajo", "visa para trabajar en Chile");
    for difference in [faq.dry_run().expect("good"), faq.reindex().expect("good")] {
        assert_eq!(difference.added, ["visa"]);
        assert_eq!(difference.changed, ["vat"]);
        assert_eq!(difference.removed, ["patent"]);
    }
    assert!(faq.entry("patent").is_none() && faq.entry("visa").is_some());
}

#[test]
fn a_damaged_index_is_rebuilt() {
    let house = House::new();
    drop(house.open());
    for ending in ["term", "idx", "fieldnorm", "json"] {
        let build = fs::read_to_string(house.places().built.join("current")).expect("built");
        let folder = house.places().built.join(build.trim());
        let mut n_damaged = 0;
        for folder in [folder.clone(), folder.join("es"), folder.join("pt")] {
            let files = fs::read_dir(&folder).expect("built").flatten().map(|item| item.path());
            for file in files.filter(|path| path.extension().is_some_and(|found| found == ending)) {
                fs::write(&file, "damage").expect("writable");
                n_damaged += 1;
            }
        }
        assert!(n_damaged >= 2, "{ending}");
        assert_eq!(first(&house.open(), "tasa de IVA").as_deref(), Some("vat"), "{ending}");
    }
    fs::write(house.places().built.join("current"), "../../../etc").expect("writable");
    assert_eq!(first(&house.open(), "tasa de IVA").as_deref(), Some("vat"));
}

#[test]
fn a_build_of_another_process_is_followed() {
    let house = House::new();
    let (server, other) = (house.open(), house.open());
    assert!(!server.follow().expect("readable"), "nothing has changed");
    house.write("talent-visas", "visa", "la visa de trabajo", "permiso para trabajar");
    other.reindex().expect("good");
    assert!(server.entry("visa").is_none());
    assert!(server.follow().expect("readable"));
    assert!(server.entry("visa").is_some());
    assert!(!server.follow().expect("readable"));
}

#[test]
fn no_content_is_an_error_that_names_the_folder() {
    let folder = TempDir::new().expect("a folder");
    let places = Places { content: folder.path().join("nowhere"), built: folder.path().join("built") };
    let error = Faq::open(places).err().expect("there is nothing").to_string();
    assert!(error.contains("nowhere/faq"), "{error}");
}

#[test]
fn strange_questions_are_unknown_and_break_nothing() {
    let faq = House::new().open();
    for question in ["", "   ", "🤷‍♀️🤷", "???", "\u{0}\u{301}\u{fe0f}", "。。。", "'", "a.b.c.", "1.", "9,9,9"]
    {
        assert_eq!(faq.answer(Lang::Zh, question).verdict, Verdict::Unknown, "{question:?}");
    }
    let long = "visa 签证 ".repeat(2000);
    assert!(faq.answer(Lang::En, &long).candidates.len() <= 10);
}

#[test]
fn the_shipped_content_gives_the_verdicts_that_people_expect() {
    let faq = shared_faq();
    let mut transcript = String::new();
    for question in [
        "visa",
        "¿Cómo se obtiene una visa de trabajo para China?",
        "工签",
        "comment va la météo",
        "me quiero divorciar",
        "红烧肉怎么做",
        "will it rain tomorrow",
        "permisologia del litio",
        "在智利註冊公司",
        "cerezas a China",
    ] {
        let answer = faq.answer(Lang::Es, question);
        let ids = answer.candidates.iter().take(2).map(|candidate| candidate.entry.id.as_str()).collect::<Vec<_>>();
        let shown = if answer.verdict == Verdict::Unknown { String::new() } else { ids.join(", ") };
        transcript += &format!("{question} → {} {shown}\n", answer.verdict.code());
    }
    insta::assert_snapshot!(transcript, @r#"
    visa → choose cl-visa-for-chinese-visitors, cn-student-visa
    ¿Cómo se obtiene una visa de trabajo para China? → sure cn-work-permit-z-r, cl-temporary-residence-work
    工签 → choose cn-work-permit-z-r, cl-temporary-residence-work
    comment va la météo → unknown 
    me quiero divorciar → unknown 
    红烧肉怎么做 → unknown 
    will it rain tomorrow → unknown 
    permisologia del litio → choose cl-sector-permits-lmas, cl-lithium-policy
    在智利註冊公司 → sure cl-company-in-one-day, cl-company-types
    cerezas a China → sure fruit-export-china, plant-varieties
    "#);
}

/// A golden question of `tests/questions`.
#[derive(serde::Deserialize)]
struct Golden {
    ask: String,
    entry: Option<String>,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(serde::Deserialize)]
struct GoldenFile {
    question: Vec<Golden>,
}

/// What every change of content or engine has to keep, a little below what was measured: how often the right entry is first, and
/// among what is shown.
#[test]
fn the_golden_questions_find_their_entries_in_each_language() {
    hold_to("tests/questions", 0.88, 0.94);
}

#[test]
fn the_hard_questions_find_their_entries_in_each_language() {
    hold_to("tests/questions/hard", 0.78, 0.87);
}

fn hold_to(questions: &str, least_first: f64, least_shown: f64) {
    const SURE_RIGHT: f64 = 0.96;
    const UNANSWERABLE_SURE: f64 = 0.04;
    let faq = shared_faq();
    for lang in Lang::ALL {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(questions).join(format!("{}.toml", lang.code()));
        let file: GoldenFile = toml::from_str(&fs::read_to_string(file).expect("golden questions")).expect("good TOML");
        let (mut first, mut shown, mut sure, mut sure_right, mut known, mut astray) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        let mut unknown: f64 = 0.0;
        for golden in &file.question {
            let answer = faq.answer(*lang, &golden.ask);
            let right = |id: &str| golden.entry.as_deref() == Some(id) || golden.also.iter().any(|also| also == id);
            let place = answer.candidates.iter().position(|candidate| right(&candidate.entry.id));
            let is_sure = answer.verdict == Verdict::Sure;
            sure += f64::from(u8::from(is_sure));
            sure_right += f64::from(u8::from(is_sure && place == Some(0)));
            if golden.entry.is_none() {
                unknown += 1.0;
                astray += f64::from(u8::from(is_sure));
                continue;
            }
            known += 1.0;
            first += f64::from(u8::from(place == Some(0)));
            let is_shown = match answer.verdict {
                Verdict::Sure => place == Some(0),
                Verdict::Choose => place.is_some_and(|place| place < puente::faq::MOST_SHOWN),
                Verdict::Unknown => false,
            };
            shown += f64::from(u8::from(is_shown));
        }
        let told = format!(
            "{}: first {:.3}, shown {:.3}, sure {:.3} right {:.3}, unanswerable as sure {:.3}",
            lang.code(),
            first / known,
            shown / known,
            sure / (known + unknown),
            sure_right / sure,
            astray / unknown
        );
        println!("{told}");
        assert!(first / known >= least_first && shown / known >= least_shown, "{told}");
        assert!(sure_right / sure >= SURE_RIGHT && astray / unknown <= UNANSWERABLE_SURE, "{told}");
    }
}

#[test]
fn who_names_no_subject_asks_about_us() {
    let faq = shared_faq();
    let shown = |lang, question| {
        let answer = faq.answer(lang, question);
        let shown = if answer.verdict == Verdict::Unknown { 0 } else { puente::faq::MOST_SHOWN };
        answer.candidates.iter().take(shown).map(|candidate| candidate.entry.id.clone()).collect::<Vec<_>>()
    };
    for (lang, question, entry) in [
        (Lang::Es, "cuanto cuesta esto", "centre-costs"),
        (Lang::En, "what do you do exactly", "centre-what-is-it"),
        (Lang::Zh, "你们是做什么的", "centre-what-is-it"),
        (Lang::Zh, "你是谁", "centre-what-is-it"),
        (Lang::Pt, "isso aqui é pago", "centre-costs"),
    ] {
        let shown = shown(lang, question);
        assert!(shown.iter().any(|id| id == entry), "{question}: {shown:?}");
        assert!(shown.iter().all(|id| id.starts_with("centre-") || id.starts_with("bot-")), "{question}: {shown:?}");
    }
    for question in ["divorcio", "离婚", "football", "weather", "futebol", "clima", "谢谢", "你好吗"] {
        assert_eq!(shown(Lang::Es, question), Vec::<String>::new(), "{question}");
    }
}

#[test]
fn the_same_topic_in_the_wrong_country_is_never_sure() {
    let faq = shared_faq();
    for (question, wrong) in [
        ("registrar mi marca en China", "cl-trademarks"),
        ("registrar mi marca en Chile", "cn-trademarks"),
        ("在智利注册商标", "cn-trademarks"),
        ("work visa for Chile", "cn-work-permit-z-r"),
        ("work visa for China", "cl-temporary-residence-work"),
        ("patente na China", "cl-patents-inapi"),
        ("patente no Chile", "cn-patents"),
    ] {
        let answer = faq.answer(Lang::Es, question);
        let first = &answer.candidates[0].entry.id;
        assert!(first != wrong, "{question}: {first}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_question_gets_an_answer_with_a_probability(question in "\\PC{0,60}") {
        use std::sync::LazyLock;
        static FAQ: LazyLock<(House, Faq)> = LazyLock::new(|| { let house = House::new(); let faq = house.open(); (house, faq) });
        let answer = FAQ.1.answer(Lang::En, &question);
        proptest::prop_assert!((0.0..=1.0).contains(&answer.confidence));
        proptest::prop_assert!(answer.candidates.is_sorted_by(|a, b| a.score >= b.score));
    }
}
