//! Words that say little about what is asked. They stay in every index and only weigh less: some questions have nothing else.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::domain::Lang;

const ES: &str = "a al algo algun alguna algunas alguno algunos ante antes aqui asi aun aunque bien cada como con cual cuales cualquier cuando \
    cuanta cuantas cuanto cuantos de debe debo debemos deben del desde donde dos durante e el ella ellas ellos en entre era eran eres es esa esas ese eso \
    esos esta estan estar estas este esto estos estoy fue ha hace hacen hacer hago han hasta hay he la las le les lo los mas me mi mis mucho muy \
    necesita necesito ni no nos nosotros o os otra otras otro otros para pero poco por porque puede pueden puedo podemos que quien quienes quiero se sea \
    segun ser si sin sobre solo son soy su sus tal tambien tanto te tener tengo tenemos tiene tienen todo todos tu tus un una unas uno unos usted ustedes va \
    voy y ya yo hola gracias favor saber quisiera quiere";
const EN: &str = "a about after all also am an and any are as at be been before being but by can could did do does doing done for from get give go \
    had has have having he her here hers him his how i if in into is it its just know like many may me more most much must my need needs no \
    not of on one only or other our out over own please shall she should so some such tell than thanks that the their them then there these they \
    this those to too under up us use very want was we were what when where which while who whom whose why will with would you your hello hi don";
const PT: &str = "a ao aos alguem algum alguma alguns ante antes aquele aquela aqui as assim ate bem cada com como da das de dela dele deve devo devemos \
    depois do dos e ela elas ele eles em entre era essa essas esse esses esta estao estar estas este estes estou eu faz fazer faco foi ha isso isto ja la \
    lhe mais mas me mesmo meu meus minha minhas muito na nao nas nem no nos nossa nosso o onde os ou para pela pelas pelo pelos pode podem posso podemos \
    por porque preciso precisa qual quais qualquer quando quanta quanto quantos que quem quero se sem ser seu seus sua suas so sobre sao sou tal tambem \
    te tem tenho temos ter teu tu tua tudo um uma umas uns vai voce voces vou ola obrigado obrigada favor gostaria";
const ZH: &str = "的 了 吗 呢 吧 啊 呀 么 嘛 是 在 有 我 你 您 他 她 它 们 和 与 或 及 也 都 就 还 又 很 要 会 能 可 请 问 想 被 把 给 对 从 到 向 于 以 为 \
    这 那 哪 些 个 什 怎 如 何 多 少 几 谁 上 下 中 里 去 来 做 用 得 地 着 过 需 该 应 让 所 其 之 而 且 但 若 则 \
    什么 怎么 怎样 如何 哪些 哪个 哪里 多少 多久 几个 为何 为什 可以 可否 能否 能不 不能 是否 是不 不是 有没 没有 需要 应该 必须 请问 想要 我想 我们 你们 \
    他们 这个 那个 这些 那些 一个 一下 的话 如果 或者 以及 还是 因为 所以 但是 并且 关于 对于 告诉 知道 么办 怎么办 吗我 了吗 的是 的吗 要什 有什 有哪";

static LISTS: LazyLock<[FxHashSet<&'static str>; 4]> = LazyLock::new(|| {
    Lang::ALL
        .iter()
        .map(|lang| list(*lang).split_whitespace().collect())
        .collect::<Vec<_>>()
        .try_into()
        .expect("there are four languages")
});

fn list(lang: Lang) -> &'static str {
    match lang {
        Lang::Es => ES,
        Lang::Zh => ZH,
        Lang::En => EN,
        Lang::Pt => PT,
    }
}

/// Whether this folded word, or this one or two Chinese characters, is a stop word of the language.
#[must_use]
pub fn is_stop(lang: Lang, word: &str) -> bool {
    LISTS[lang.index()].contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_lists_are_folded_and_in_the_order_of_the_languages() {
        for &lang in Lang::ALL {
            for word in list(lang).split_whitespace() {
                assert_eq!(word, fold(word));
            }
        }
        assert!(
            is_stop(Lang::Zh, "什么")
                && is_stop(Lang::Es, "cual")
                && is_stop(Lang::En, "which")
                && is_stop(Lang::Pt, "voce")
        );
    }
}
