## 故障
apology = 我们这边出了故障，已记录。请稍后再试，或用 /human 联系工作人员。

## 答复下的按钮
button-helped = 👍
button-not-helped = 👎
button-human-short = 👤 人工
button-none-of-these = 都不是
button-human = 👤 联系工作人员
button-browse = 按主题浏览
button-vote-down-unknown = 👎 没有帮助
button-menu = 菜单

## 主题浏览按钮
button-page-before = ← 上一页
button-categories = 全部主题
button-page-after = 下一页 →

## 合作需求：内容行与表单按钮
review-line = <b>{ $field }：</b>{ $value }
button-new-request = 提交合作需求
button-resume = 继续填写
button-skip = 跳过
request-matches =
    { $count ->
        [0] 库中暂无合适的对接方，工作人员会继续寻找。
       *[other] 找到 { $count } 个可能的对接方，工作人员审核后才会联系各方。
    }
button-status = 查看需求
consent-version = <i>文本版本：{ $version }</i>
button-for-myself = 以个人名义
button-fewer = ← 常用国家
button-more = 更多国家
button-answer-here = 在这里回复我
button-agree = 同意
button-send-changes = 提交修改
button-send = 提交需求
button-edit = 修改{ $field }
button-done = 选好了
button-back = ← 返回
button-save = 保存并退出
button-cancel = 放弃填写

## 对话
words-too-long = 消息共 { $is } 字，最多 { $most } 字。请精简，或分几条发送。
button-unknown = 按钮已失效，请用 /start
ask-invite =
    请直接输入问题，例如：
    <i>外国人怎么在智利注册公司？</i>
    <i>去中国做科研要办什么签证？</i>
command-unknown = 没有这个命令。可用命令见 /help ，也可以直接输入问题。
other-what-works =
    请用文字说明。文件和图片（PDF、Word、Excel、JPG 等）可随合作需求提交，或发给工作人员。
    需要人工服务，请用 /human
button-ask = 提问
button-my-requests = 我的需求

## 初次见面、菜单与帮助
welcome = <b>您好。</b>我是 Puente，中国—智利创新合作中心的自动助手。
welcome-what =
    • 查询中国、智利及拉美地区的政策和办事流程
    • 提交合作需求，寻找合作伙伴
    • 联系中心工作人员
welcome-privacy = 您在这里输入的内容由中心处理；Telegram 是独立的公司。详见 /privacy
welcome-brief =
    我是Puente，中国—智利创新合作中心的自动助手。
    我还可以登记合作需求：/help · 您的数据：/privacy
menu = 请选择，也可以直接输入问题。
help =
    <b>使用方法</b>
    直接输入问题即可，不需要命令。也可以使用：
help-admin = <b>管理</b>
help-command = { $name } — { $does }

## 语言
language-which = 请选择语言：
language-is-now = 已切换为中文。请选择，或直接输入问题。
language-present = ✓ { $name }

## 隐私与数据
privacy =
    <b>您在本聊天中的数据</b>

    <b>负责方：</b>中国—智利创新合作中心。信息处理者的具体名称和联系方式，请用 /human 索取。
    <b>保存的内容：</b>您的用户编号和聊天编号、所用语言、提问，以及您提交的合作需求、文件和给工作人员的留言。
    <b>用途：</b>答复您、办理合作需求、寻找对接方、改进答复内容。
    <b>谁能看到：</b>中心工作人员，他们可能在智利。中国东莞的合作中心须经您另行同意才能查看。只有您针对某一对接方单独同意后，对方才能看到您的姓名和联系方式。
    <b>保存期限：</b>草稿在停止填写后保存30天。提问与您关联保存90天，之后去除身份。合作需求在办理期间及办结后最多保存12个月，相关留言最多24个月；您也可随时用 /forget 删除。
    <b>Telegram</b> 是独立的公司，与机器人的聊天没有端到端加密。请不要发送机密内容或身份证件。

    <b>您可以</b>
    /mydata — 获取您的数据副本
    /forget — 删除数据并撤回同意
    /requests — 修改或撤回合作需求
    /human — 向工作人员咨询或投诉
    /privacy — 再次查看本说明

    不同意提交需求时的授权，也可以继续提问，没有任何影响。
my-data = 这是本机器人保存的您的数据。更正请用 /human ，删除请用 /forget
forget-really =
    <b>确定删除您的全部数据吗？</b>
    您的提问、草稿、合作需求和给工作人员的留言将被删除，办理中的需求同时撤回，无法恢复。
    如需副本，请先用 /mydata
button-forget = 删除我的数据
button-keep = 不，保留
forgotten =
    <b>您的数据已从我们的记录中删除。</b>
    只保留每项需求的编号和状态（不含姓名），以及一段无法还原的校验码，防止恢复备份时数据重现。
    工作人员 Telegram 群中的副本须人工删除，可用 /human 提出。本聊天请您在 Telegram 中自行删除。

## 合作需求按钮
button-amend = 修改
button-withdraw = 撤回
button-really-withdraw = 确定撤回

## 工作人员按钮
button-take = 认领
button-release = 退回队列
button-close = 结束
button-reopen = 重新打开
button-matches = 查看对接方
button-take-number = 认领 #{ $number }
not-allowed = 此功能仅供中心工作人员使用。您可用的命令见 /help

## 日期
date = { $year }年{ $month }月{ $day }日
button-drop = 放弃草稿
button-all-sectors = 全部领域
# Words that only greet or thank, comma-separated; never shown.
greetings = 你好, 您好, 早上好, 下午好, 晚上好, 在吗, 你好呀, 谢谢, 多谢, 好的, 哈喽
# Words that only call for help, likewise.
help-words = 帮助, 帮帮我, 帮我, 帮帮忙, 帮忙, 需要帮助, 我需要帮助, 怎么用, 怎么使用, 这个怎么用, 这个机器人怎么用, 机器人怎么用, 如何使用, 怎么操作, 使用方法, 使用说明, 你能做什么, 你会什么, 能帮我什么, 你能帮我什么, 可以问什么, 我能问什么, 功能, 命令, 菜单
