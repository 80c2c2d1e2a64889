"""Shops, goods, events and places that are called after somebody: 周大爷豆腐店, 方大爷庙会, 老李渡码头."""

from __future__ import annotations

import re

MARKS = '[*_”"」』》]*'
VERBS = "去到在来从给把被对向和与同的了着过是有为帮送买卖开进出上下里外说问想要让请找带住入逛游经营原常也就都不没很前后旁隔去办拿做包煮吃喝看学教打坐站走跑等用"
"""What a person does; no part of a shop's name."""
STEM = rf"(?:家(?:政|电|常|私|具|纺|居)|[^\W\da-zA-Z{VERBS}家图殡博档]){{1,4}}?"
SHOP = r"店(?!里|内|主|员|长|中)|铺(?!里|内|子里)|(?:作|茶|酒|磨|豆腐|烘焙|咸菜|染|粉|面|酱|油|工)坊|坊(?![里内间])|馆(?![里内员长])|厂(?![里内长])|庄(?![里稼])|摊(?![里内主]|开|牌)|果园|茶园|农家[院乐]|大排档|超市|公司|合作社"
AFTER = "(?![里内]|门口等|买|吃|看|学|帮|打工|上班|下班|退休|职工|工人|老板)"
GOODS = (
    "家政|庙会|大药房|(?:豆腐|豆花|水饺|饺子|米粉|烧饼|包子|咸菜|辣酱|粽子|面馆|凉皮)(?:店|铺|摊|坊|馆|厂|(?![一-鿿]))"
)
BUSINESS = re.compile(rf"{MARKS}(?:{GOODS}|{STEM}(?:{SHOP}){AFTER})")
PLACE = re.compile(
    f"{MARKS}(?:[庄湾屯坝]|村(?![里上民])|府(?!上)|渡(?!过)|路(?![过上边遇口])|街(?![上边坊])|巷(?![口里子])|桥(?![上边下])"
    "|店(?![里内主员长])|营(?![业养销救])|集(?![合中体邮资])|镇(?![定上里])|寨|家(?:湾|冲|坪|塘|垅|村|庄|桥|店|湖|河|畈|洼|沟|寨|港|渡|口[路村镇街站])|山(?:站|路|村))"
)


def is_business(text: str, end: int) -> bool:
    """Whether what is called somebody up to `end` goes on as the name of a shop or an event."""
    return bool(BUSINESS.match(text, end))


def is_place(text: str, end: int) -> bool:
    """Whether it goes on as the name of a village or a street."""
    return bool(PLACE.match(text, end))
