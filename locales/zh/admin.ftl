## 索引
reindex-begun = 正在检查内容并重建索引，结果会发到这里。

## 未能回答的问题
gaps-none = 最近 { $days } 天没有未能回答的问题。
gaps-line = • { $asked } · { $language } · { $count } 次
gaps =
    <b>最近 { $days } 天没有得到满意答复的问题</b>
    包括未能回答和被评 👎 的问题，次数多的在前。

## 运行状况
health-entries = 问答：{ $count } 条，其中 { $past } 条已过复核日期
health-outbox = 发送：{ $waiting } 条等待，{ $parked } 条因错误搁置
health-turns = 因错误搁置的来信：{ $parked } 条
health-leads = 等待中的工单：{ $waiting } 个

## 索引结果
reindex-done =
    <b>索引已更新</b>
    新增 { $added } · 修改 { $changed } · 删除 { $removed } · 不变 { $same }
    警告：{ $warnings }
reindex-refused = <b>索引未更新：</b>发现 { $count } 个问题，仍使用原索引。请改正后再用 /reindex
