//! SQLite's FTS5 with one of its tokenizers, asked as one would ask it for a question in natural language: any of the words,
//! best BM25 first.

use sqlx::{Connection, SqliteConnection};

use super::corpus::Article;

pub struct Tokenizer {
    pub name: &'static str,
    create: &'static str,
    terms: fn(&str) -> Vec<String>,
}

pub const UNICODE61: Tokenizer = Tokenizer {
    name: "unicode61",
    create: "create virtual table entry using fts5(asked, answer, tokenize = 'unicode61 remove_diacritics 2')",
    terms: words,
};

pub const TRIGRAM: Tokenizer = Tokenizer {
    name: "trigram",
    create: "create virtual table entry using fts5(asked, answer, tokenize = 'trigram remove_diacritics 1')",
    terms: trigrams,
};

pub struct Fts5 {
    connection: SqliteConnection,
    terms: fn(&str) -> Vec<String>,
}

impl Fts5 {
    pub async fn build(tokenizer: &Tokenizer, articles: &[Article]) -> anyhow::Result<Self> {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await?;
        sqlx::query(tokenizer.create).execute(&mut connection).await?;
        let mut whole = connection.begin().await?;
        for article in articles {
            let asked = std::iter::once(&article.question).chain(&article.phrasings);
            let asked: Vec<&str> = asked.map(String::as_str).collect();
            let insert = sqlx::query("insert into entry (asked, answer) values ($1, $2)");
            insert.bind(asked.join("\n")).bind(&article.answer).execute(&mut *whole).await?;
        }
        sqlx::query("insert into entry (entry) values ('optimize')").execute(&mut *whole).await?;
        whole.commit().await?;
        Ok(Self { connection, terms: tokenizer.terms })
    }

    /// The rows of the ten best.
    pub async fn first_ten(&mut self, question: &str) -> anyhow::Result<Vec<i64>> {
        let terms = (self.terms)(question);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let select = "select rowid from entry where entry match $1 order by rank limit 10";
        Ok(sqlx::query_scalar(select).bind(terms.join(" OR ")).fetch_all(&mut self.connection).await?)
    }

    /// A statement that finds nothing: what the way to SQLite and back takes.
    pub async fn nothing(&mut self) -> anyhow::Result<Vec<i64>> {
        Ok(sqlx::query_scalar("select $1 where 1 = 0").bind("").fetch_all(&mut self.connection).await?)
    }
}

fn words(question: &str) -> Vec<String> {
    let words = question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| format!("\"{word}\"")).collect()
}

/// Three letters that follow each other, spaces between words among them.
fn trigrams(question: &str) -> Vec<String> {
    let chars: Vec<char> = question.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    chars.windows(3).map(|window| format!("\"{}\"", String::from_iter(window))).collect()
}
