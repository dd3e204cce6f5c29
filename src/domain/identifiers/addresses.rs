//! Where somebody can be written to: mail, links, accounts of messengers. Reads skeletons, so every letter here is small.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

/// Ends of a host name that nobody writes for another reason.
const TLD: &str = "(?:com|net|org|edu|gov|gob|cl|cn|br|mx|ar|pe|uy|uk|us|eu|jp|kr|hk|tw|sg|au|ru|io|ai|info|biz|app|dev|xyz|\
    top|tech|online|site|club|vip|tv|cc|store|shop|asia|wang|中国|公司|网络|我爱你)";
/// Ends that are words too: only where a sentence cannot go on behind them.
const TLD_WORD: &str = "(?:es|de|me|in|pt|co|fr|it|ca|link|int)";
/// A dot, or what stands for one between two labels.
const DOT: &str = r"(?:\s?\.\s?|\s?[\[({<]\s?(?:dot|punto|ponto|点|\.)\s?[\])}>]\s?|\s(?:dot|punto|ponto)\s|\s?点\s?)";
/// The same where a blank beside a plain dot would be the end of a sentence.
const HARD_DOT: &str = r"(?:\.|\s?[\[({<]\s?(?:dot|punto|ponto|点|\.)\s?[\])}>]\s?|\s(?:dot|punto|ponto)\s|点)";
const AT: &str =
    r"(?:\s{0,2}@\s{0,2}|\s?[\[({<]\s?(?:at|arroba|en|em|艾特|圈a|@)\s?[\])}>]\s?|\s(?:arroba|at)\s|\s?艾特\s?|\s?圈a\s?)";
const MESSENGER: &str = "(?:wechat|we chat|weixin|微信|微 信|威信|薇信|维信|v信|微我|vx|wx|telegram|whatsapp|wsp|instagram|insta|linkedin|\
    facebook|twitter|skype|line id|kakao|钉钉|飞书|小红书|抖音)";

static WHOLE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        // Mail, plain or spelled out.
        format!(r"[a-z0-9][a-z0-9._%+\-]*{AT}(?:[a-z0-9\-]+{DOT})+(?:{TLD}|{TLD_WORD})\b"),
        r"[a-z0-9._%+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+".into(),
        r"[a-z][a-z0-9._%+\-]*@[a-z][a-z0-9\-]+".into(),
        // Links.
        r"(?:https?|hxxps?|ftp)\s?:\s?/\s?/\s?\S+".into(),
        r"\bwww\s?\.\s?\S+".into(),
        format!(r"(?:\b[a-z0-9][a-z0-9\-]{{0,62}}{HARD_DOT})+{TLD}\b(?:/\S*)?"),
        format!(r"(?:\b[a-z0-9][a-z0-9\-]{{1,62}}\.)+{TLD_WORD}(?:\s*$|\s*[,;)\]])"),
        r"\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*\.[a-z]{2,10}/[a-z0-9@]\S*".into(),
        r"\b10\.\d{4,9}/\S+".into(),
    ]
    .iter()
    .map(|pattern| super::pattern(pattern).expect("a pattern written here"))
    .collect()
});

/// Accounts: the first group is what is taken out.
static ACCOUNT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let value = "([a-z][a-z0-9_.-]{3,})";
    [
        r"(?:^|[^a-z0-9._%+\-])(@[a-z_][a-z0-9_.]{2,})".into(),
        r"(?:^|[^a-z0-9._%+\-])(@\s[a-z_]+[0-9_][a-z0-9_.]*)".into(),
        format!(r"(?:^|[^a-z]){MESSENGER}\s?(?:id|user|usuario|usuária|cuenta|conta|account|号码|号|账号|帐号)?\s?(?::|=|：|号是|id是|是|为)\s?{value}"),
        format!(r"(?:^|[^a-z]){MESSENGER}\s?(?:id|user|usuario|cuenta|conta|account|号码|号|账号|帐号)\s?{value}"),
        format!(r"(?:\bmi|\bmy|\bmeu|\bnuestro|\bour|\bnosso|我的|我们的)\s?{MESSENGER}\s(?:es|is|e|id)\s{value}"),
        format!(r"(?:^|[^a-z])(?:{MESSENGER}|加v|加我)[\s:：]{{0,3}}([a-z_\-]*[0-9_][a-z0-9_\-]{{3,}})"),
        r"(?:^|[^a-z])(?:vx|wx|v|薇|威|微)\s?[:：]\s?([a-z][a-z0-9_\-]{3,})".into(),
        r"(?:^|[^a-z])(?:qq|q q|扣扣|企鹅号?)(?:号码|号|群)?\D{0,3}(\d{5,11})".into(),
    ]
    .iter()
    .map(|pattern: &String| super::pattern(pattern).expect("a pattern written here"))
    .collect()
});

pub fn find(skeleton: &str) -> Vec<Range<usize>> {
    let whole = WHOLE.iter().flat_map(|pattern| pattern.find_iter(skeleton).map(|found| found.range()));
    let accounts = ACCOUNT
        .iter()
        .flat_map(|pattern| pattern.captures_iter(skeleton).filter_map(|found| found.get(1).map(|account| account.range())));
    whole.chain(accounts).collect()
}
