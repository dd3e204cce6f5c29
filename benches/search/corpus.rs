//! The texts that are searched: the shipped ones, and others made of their words.

use std::{fs, path::Path};

use anyhow::Context;
use puente::domain::Lang;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use serde_json::json;

/// The same texts at each run.
const SEED: u64 = 2026;
/// So many pieces of sentences make a long article: near the longest answer that fits into a message.
const LONG: usize = 80;
const SHORT: usize = 10;

/// An entry in one language.
#[derive(Clone)]
pub struct Article {
    pub id: String,
    pub lang: Lang,
    pub question: String,
    pub phrasings: Vec<String>,
    pub answer: String,
}

#[derive(Clone)]
pub struct Question {
    pub lang: Lang,
    pub text: String,
}

pub struct Corpus {
    pub articles: Vec<Article>,
    pub questions: Vec<Question>,
    /// Pieces of a few words each from the shipped texts, by language.
    pieces: Vec<Vec<String>>,
}

impl Corpus {
    /// The shipped entries and the golden questions.
    pub fn shipped(content: &Path) -> anyhow::Result<Self> {
        let mut articles = Vec::new();
        for folder in sorted(&content.join("faq"))? {
            for path in sorted(&folder)? {
                let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let entry: toml::Table = toml::from_str(&fs::read_to_string(&path)?).context("an entry is TOML")?;
                articles
                    .extend(Lang::ALL.iter().filter_map(|lang| article(&id, *lang, entry.get(lang.code())?.as_table()?)));
            }
        }
        let mut questions = Vec::new();
        for lang in Lang::ALL {
            let path = content.with_file_name("tests").join("questions").join(format!("{}.toml", lang.code()));
            let golden: toml::Table = toml::from_str(&fs::read_to_string(&path)?).context("the questions are TOML")?;
            let asked = golden["question"].as_array().into_iter().flatten();
            let texts = asked.filter_map(|question| question.get("ask")?.as_str());
            questions.extend(texts.map(|text| Question { lang: *lang, text: text.to_owned() }));
        }
        let pieces = Lang::ALL.iter().map(|lang| pieces(*lang, &articles)).collect();
        Ok(Self { articles, questions, pieces })
    }

    /// The shipped entries with at most so many phrasings in each language.
    pub fn with_phrasings(&self, most: usize) -> Vec<Article> {
        let cut = |article: &Article| {
            let phrasings = article.phrasings.iter().take(most).cloned().collect();
            Article { phrasings, ..article.clone() }
        };
        self.articles.iter().map(cut).collect()
    }

    /// Short entries, in each language as many.
    pub fn plain_entries(&self, n: usize) -> Vec<Article> {
        self.made_up(n, 2, SHORT)
    }

    /// Long articles without phrasings, in each language as many.
    pub fn long_articles(&self, n: usize) -> Vec<Article> {
        self.made_up(n, 0, LONG)
    }

    fn made_up(&self, n: usize, n_phrasings: usize, length: usize) -> Vec<Article> {
        let mut rng = StdRng::seed_from_u64(SEED);
        let mut text = |lang: usize, length: usize| {
            let space = if Lang::ALL[lang] == Lang::Zh { "" } else { " " };
            let chosen: Vec<&str> = (0..length).map(|_| piece(&self.pieces[lang], &mut rng)).collect();
            chosen.join(space)
        };
        (0..n)
            .map(|number| {
                let lang = number % Lang::ALL.len();
                Article {
                    id: format!("made-up-{number}"),
                    lang: Lang::ALL[lang],
                    question: text(lang, 2),
                    phrasings: (0..n_phrasings).map(|_| text(lang, 2)).collect(),
                    answer: text(lang, length),
                }
            })
            .collect()
    }
}

fn sorted(folder: &Path) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|item| Ok(item?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn article(id: &str, lang: Lang, said: &toml::Table) -> Option<Article> {
    let text = |key: &str| Some(said.get(key)?.as_str()?.to_owned());
    let phrasings = said.get("phrasings").and_then(|list| list.as_array()).into_iter().flatten();
    Some(Article {
        id: id.to_owned(),
        lang,
        question: text("question")?,
        phrasings: phrasings.filter_map(|phrasing| Some(phrasing.as_str()?.to_owned())).collect(),
        answer: text("answer")?,
    })
}

/// Five words, or ten Chinese characters, as they follow each other.
fn pieces(lang: Lang, articles: &[Article]) -> Vec<String> {
    let answers = articles.iter().filter(|article| article.lang == lang).map(|article| article.answer.as_str());
    let mut pieces = Vec::new();
    for answer in answers {
        if lang == Lang::Zh {
            let chars: Vec<char> = answer.chars().collect();
            pieces.extend(chars.chunks(10).map(String::from_iter));
        } else {
            let words: Vec<&str> = answer.split_whitespace().collect();
            pieces.extend(words.chunks(5).map(|words| words.join(" ")));
        }
    }
    pieces
}

fn piece<'a>(pieces: &'a [String], rng: &mut impl Rng) -> &'a str {
    pieces.choose(rng).map_or("", String::as_str)
}

/// The set as `puente eval faq` reads it.
pub fn lines_of(articles: &[Article]) -> String {
    let line = |Article { id, lang, question, phrasings, answer }: &Article| {
        let line = json!({"id": id, "lang": lang.code(), "question": question, "alts": phrasings, "answer": answer});
        format!("{line}\n")
    };
    articles.iter().map(line).collect()
}

pub fn lines_of_questions(questions: &[Question]) -> String {
    let line = |(number, Question { lang, text }): (usize, &Question)| {
        format!("{}\n", json!({"id": number.to_string(), "lang": lang.code(), "text": text}))
    };
    questions.iter().enumerate().map(line).collect()
}
