## 开始、继续与离开表单
form-begin =
    <b>提交合作需求</b>
    每次只问一个问题，可随时保存、以后继续。在您最后确认之前，不会提交任何内容。
    请不要填写机密信息。
form-resumed = 从上次的问题继续。
form-cancelled = 草稿已删除，其中内容没有提交。
nothing-to-cancel = 目前没有需要取消的操作。请选择：
cancelled = 已取消。请选择：
form-question-unanswered = 这个问题还没有经过核实的答案，可以请工作人员答复。下面继续填写表单。
form-none-open = 目前没有正在填写的表单。要开始一份吗？
form-saved = 草稿已保存。要继续时，请点“继续填写”或用 /request
form-old-button = 这是之前步骤的按钮。现在的问题是：

## 不合要求的回答
wrong-not-a-choice = 请点下面的按钮选择。
wrong-too-short = 内容太短了，请再具体一些：至少 { $least } 个字符。
wrong-too-long = 内容太长了：共 { $is } 字，最多 { $most } 字。请精简后再发。
wrong-no-contact = 没有识别出联系方式。请填写邮箱、带国家区号的电话、微信号，或 Telegram 的 @用户名。
wrong-nothing-chosen = 请至少选择一项，再点“选好了”。
wrong-too-many = 最多选 { $most } 项。如要更换，请先点一下带 ✓ 的选项。
wrong-no-such-sector = 没有找到这个行业。请换一个词，例如 <i>矿业</i>，或从列表中选择。

## 提交
request-taken = <b>已收到您的合作需求。</b>编号：<code>{ $number }</code>
request-taken-next = 工作人员会查看并答复您。查看进度或修改，请用 /requests
ask-review-amended =
    <b>请核对修改内容</b>
    点“提交修改”后才会生效。
ask-review =
    <b>提交前请核对</b>
    如要修改，请点相应项目；确认无误，请点“提交需求”。
consent-request =
    <b>提交前请确认同意</b>
    <b>负责方：</b>中国—智利创新合作中心，联系请用 /human
    <b>用途：</b>办理这项需求并寻找对接方。
    <b>数据：</b>本表单内容、您所用的语言、Telegram 聊天编号。
    <b>谁能看到：</b>中心工作人员。未经您针对某一对接方单独同意，对方看不到您的姓名和联系方式。
    <b>所在国家：</b>工作人员可能在智利；中国东莞的合作中心须经您另行同意才能查看。
    <b>保存期限：</b>需求办理期间及办结后最多12个月，或至您要求删除为止。草稿30天。
    <b>您的权利：</b>可随时撤回同意，也可使用 /mydata /forget /privacy

    不同意也可以继续提问，没有任何影响。
    Telegram 是独立的公司，与机器人的聊天没有端到端加密。
form-progress = <i>第 { $at } 步，共 { $of } 步</i>
form-chosen = ✓ { $chosen }
form-now = <b>目前内容：</b>{ $value }
choice-chosen = ✓ { $label }

## 人工服务
human-invite = 请输入您的留言，我会把您的下一条消息转给中心工作人员。如不需要，请用 /cancel
human-invite-about =
    关于“{ $question }”：请输入您想了解的内容，我会转给工作人员。
    如不需要，请用 /cancel
human-passed-on =
    您的留言 <b>#{ $number }</b> 已转给工作人员。
    答复会发到这里，您可以继续提问。
words-passed-on = ✓ 已转给工作人员，答复会发到这里。

## 文件
file-what-for = 这个文件作什么用？请先提交合作需求或联系工作人员，然后再发一次。
file-passed-on = ✓ { $name }：已转给工作人员。
file-too-many = 每项需求最多附 { $most } 个文件。其他文件可在之后与工作人员联系时发送。
file-kept = ✓ { $name }：已附上（{ $count }/{ $most }）。
file-wrong-kind = 不支持这种文件。可发送：{ $kinds }
file-too-big = 文件太大，上限为 { $most } MB。请压缩后再发，或用文字说明内容。

## 已提交的需求
requests-none = 您还没有提交过合作需求。现在提交一项吗？
requests = <b>我的需求</b>：点一项即可查看或修改。
requests-line = { $number } · { $state } · { $title }
request-not-yours = 您的需求中没有编号 { $number }。请用 /requests 查看全部。
reference-mistyped = 编号“{ $typed }”似乎输错了。请核对，或用 /requests 查看全部。
reference-shape = 请这样输入编号：<code>/status CL-2026-00042-7</code>。您的全部需求见 /requests
request-gone = 这项需求已不能打开或修改。您的全部需求见 /requests
request-head = <code>{ $number }</code> · <b>{ $state }</b>
amend-draft-open = 您还有一份表单没有填完。请先提交或放弃那一份，再修改这项需求。
request-amended = 需求 <code>{ $number }</code> 的修改已转给工作人员。
withdraw-really =
    确定撤回需求 <code>{ $number }</code>“{ $title }”吗？
    撤回后停止寻找对接方，并通知工作人员，无法恢复。

## 草稿
draft-erased = 您的草稿长时间没有继续填写，已删除。如要重新填写，请用 /request
draft-reminder = 您的草稿已保存。如不继续填写，{ $days } 天后将会删除。
form-cancel-really = 要放弃这份草稿吗？已填写的内容会被删除。
