//! What is left of somebody who asked to be forgotten: every table of the data file is read for it.

use puente::{
    domain::{Lang, MatchId},
    i18n::I18n,
    talk::{Action, MatchPress},
    text,
};
use sqlx::{Row, SqliteConnection};

use crate::{
    house::{ANNA, House},
    pairs::{come_together, institute, raw, state, strangers, university},
};

const ANA: i64 = 1 << 41;
const WEI: i64 = (1 << 41) + 1;

/// Whatever could tell who she is, what she wrote, or where she can be found. The chat's number is that of its owner.
const OF_ANA: &[&str] = &[
    "2199023255552",
    "Austral del Salar",
    "australsalar",
    "msoto",
    "María",
    "Soto Rivas",
    "8765 4321",
    "76.123.456",
    "desde salmuera para un piloto",
    "pureza alcanza",
    "arriendo con mi pareja",
    "llámenme mañana",
    "no dice el plazo",
    "quillay-plan.pdf",
];

/// Each row of each table that holds one of these words, as "table.column: value".
async fn rows_with(conn: &mut SqliteConnection, words: &[&str]) -> Vec<String> {
    let tables: Vec<String> =
        sqlx::query_scalar("select name from sqlite_master where type = 'table'").fetch_all(&mut *conn).await.unwrap();
    let mut found = Vec::new();
    for table in tables {
        let columns: Vec<String> =
            sqlx::query_scalar("select name from pragma_table_info($1)").bind(&table).fetch_all(&mut *conn).await.unwrap();
        for column in columns {
            let text = format!("iif(typeof(\"{column}\") = 'blob', hex(\"{column}\"), cast(\"{column}\" as text))");
            let sql = format!("select {text} from \"{table}\" where \"{column}\" is not null");
            for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await.unwrap() {
                let value: String = row.get(0);
                if words.iter().any(|word| value.contains(word)) {
                    found.push(format!("{table}.{column}: {value}"));
                }
            }
        }
    }
    found
}

fn press(of: MatchId, press: MatchPress) -> Action {
    Action::Match { of, press }
}

#[tokio::test]
async fn erasure_leaves_no_personal_row_but_the_stub() {
    let house = House::open().await;
    let of = strangers(&house, &university(), &institute()).await;
    let ana = house.person(ANA);
    let anna = house.staff(ANNA, house.newest_topic());

    // Everything that leaves a trace: questions and a vote, a talk with staff, a file, a match up to the introduction, notes,
    // a search that quotes her, a draft that was left.
    ana.says("¿necesito visa para un arriendo con mi pareja en Temuco?").await;
    ana.says("cómo obtengo un RUT siendo extranjero").await;
    ana.says("/human").await;
    ana.says("por favor llámenme mañana").await;
    ana.sends_file("quillay-plan.pdf", 4_000).await;
    anna.says("/matches").await;
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    ana.presses_action(&press(of, MatchPress::Ask)).await;
    ana.says("¿Qué pureza alcanza el carbonato?").await;
    anna.presses_payload_of(&press(of, MatchPress::Answered)).await;
    come_together(&house, of).await;
    anna.says("/note María Soto Rivas prefiere litio desde salmuera para un piloto").await;
    house.staff(ANNA, None).says("/find Austral del Salar").await;
    ana.says("/request").await;
    ana.says("/mydata").await;
    assert_eq!(house.parked().await, 0, "{}", house.transcript());

    let mut conn = raw(&house).await;
    let before = rows_with(&mut conn, OF_ANA).await;
    for table in ["chat.", "person.", "request.", "outbox.", "question.", "lead.", "lead_word.", "find_term."] {
        assert!(
            before.iter().any(|row| row.starts_with(table)),
            "the test leaves something of hers in {table}\n{before:#?}"
        );
    }

    ana.says("/forget").await;
    ana.presses_action(&Action::ReallyForget).await;
    assert!(ana.hears().html.contains("borr"), "she is told, in her language: {}", ana.hears().html);
    house.tick(house.now + jiff::SignedDuration::from_mins(5)).await;
    house.tick(house.now + jiff::SignedDuration::from_mins(6)).await;
    assert_eq!(rows_with(&mut conn, OF_ANA).await, Vec::<String>::new());

    // The other side has what was its own, and who comes back is a stranger.
    assert!(!rows_with(&mut conn, &["haichuan2026"]).await.is_empty());
    ana.says("/start").await;
    ana.says("/requests").await;
    assert!(!ana.hears().keys.iter().flatten().any(|key| key.payload.starts_with("req:")), "{}", ana.hears().html);
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn a_move_and_what_is_said_about_it_are_kept_together_or_not_at_all() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let ana = house.person(ANA);
    let anna = house.staff(ANNA, house.newest_topic());
    anna.presses_payload_of(&press(of, MatchPress::Approve)).await;
    let mut conn = raw(&house).await;
    // From now on nothing can be said about a match.
    let trap = "create trigger trap before insert on outbox when new.match is not null \
                begin select raise(abort, 'no room for this message'); end";
    sqlx::query(trap).execute(&mut conn).await.unwrap();
    ana.presses_payload_of(&press(of, MatchPress::Accept)).await;
    assert_eq!(state(&house, of).await, "offered-first", "no state without its message");
    let parked: i64 = sqlx::query_scalar("select count(*) from parked_turn").fetch_one(&mut conn).await.unwrap();
    assert_eq!(parked, 1, "the turn waits for somebody to look");
    let apology = I18n::new().plain(Lang::Es, &text!("apology"));
    assert!(ana.heard().contains(&apology), "{}", ana.heard());
    sqlx::query("drop trigger trap").execute(&mut conn).await.unwrap();
    ana.presses_payload_of(&press(of, MatchPress::Accept)).await;
    assert_eq!(state(&house, of).await, "offered-second");
    assert!(house.shown(WEI).len() > 1, "and the other side has its card");
}
