/** What came in and what went out: of people, of things, of cases. */
export const CAME = /新[招增收购聘进建登注设]|招[聘录收考]|调入|转入|加入|考入|引进|入职|增加|接收|办入/
export const WENT = /离[岗职休]|退[休出职]|调出|转出|辞职|辞退|减少|核销|注销|报废|流失|去世|清退|消除|销号/
