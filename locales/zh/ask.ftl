## 答复
entry-gone = 这条答复已不可用。请重新输入问题，或用 /browse 按主题查看。
answer-reviewed = 🕓 核对日期：{ $date }
answer-as-of = 信息截至：{ $date }
answer-uncertain = ⚠ 内容可能已有变化，行动前请核对来源
answer-past-review = ⚠ 已过复核日期，请核对来源
answer-not-advice = <i>仅供参考，不构成法律意见。</i>
answer-other-language = <i>暂无中文版，以下内容为{ $language }。</i>
answer-title = <b>{ $question }</b>
answer-source-link = 📎 <a href="{ $url }">{ $title }</a>
answer-source = 📎 { $title }

## 多个结果或没有结果
answer-choose = 您想问的是哪一个？
answer-choose-next = 那会不会是下面这几个？
answer-unknown-again =
    还是没有找到。请换成两三个关键词，例如 <i>工作签证</i> 或 <i>商标注册</i>。
    也可以由我把问题转给工作人员。
answer-unknown =
    这个问题还没有经过核实的答案。为避免误导，我不作猜测。
    您可以请工作人员答复，或按主题浏览。

## 评价
vote-thanks = 已记录，谢谢。如有其他问题，请直接输入。
vote-what-was-missing = 还缺什么内容？请用一句话说明，或联系工作人员。
vote-missing-noted = 已记录，谢谢，会转给负责答复内容的同事。如需尽快解决，请联系工作人员。

## 主题
browse-categories = 请选择主题：
browse-category = { $name } · { $count }
browse-title =
    <b>{ $name }</b> · 第 { $page }/{ $pages } 页
    请点选问题：
