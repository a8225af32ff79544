"""Words of claims meet in one canonical indicator, or in none: precision goes before recall."""

import pytest

from barometer.claims import extract, load_lexicon
from barometer.claims.lexicon import resolver
from barometer.errors import SourceError

NAMED = [
    ("进出口总值", "CNY", "amount", "foreign_trade"),
    ("全市外贸进出口总额", "CNY", "amount", "foreign_trade"),
    ("义乌市进出口", "percent", "change", "foreign_trade"),
    ("Total foreign trade", "CNY", "amount", "foreign_trade"),
    ("imports and exports", "USD", "amount", "foreign_trade"),
    ("Yiwu's foreign trade volume", "CNY", "amount", "foreign_trade"),
    ("出口额", "CNY", "amount", "exports"),
    ("全市出口", "percentage_point", "change", "exports"),
    ("exports", "percent", "change", "exports"),
    ("total value of exports", "USD", "amount", "exports"),
    ("exports of Yiwu", "CNY", "amount", "exports"),
    ("外贸进口", "CNY", "amount", "imports"),
    ("the city's imports", "CNY", "amount", "imports"),
    ("跨境电商进出口额", "CNY", "amount", "cross_border_ecommerce_trade"),
    ("跨境电商交易额", "CNY", "amount", "cross_border_ecommerce_trade"),
    ("cross-border e-commerce trade", "CNY", "amount", "cross_border_ecommerce_trade"),
    ("Cross-border e-commerce imports and exports", "percent", "share", "cross_border_ecommerce_trade"),
    ("cross-border e-commerce transactions", "percent", "change", "cross_border_ecommerce_trade"),
    ("跨境电商出口", "CNY", "amount", "cross_border_ecommerce_exports"),
    ("exports via cross-border e-commerce", "CNY", "amount", "cross_border_ecommerce_exports"),
    ("市场采购（1039）出口", "CNY", "amount", "market_procurement_exports"),
    ("市场采购贸易方式出口额", "CNY", "amount", "market_procurement_exports"),
    ("exports under market procurement trade", "CNY", "amount", "market_procurement_exports"),
    ("一般贸易出口", "CNY", "amount", "general_trade_exports"),
    ("對東盟出口", "CNY", "amount", "exports_to_asean"),
    ("对美国出口", "percent", "change", "exports_to_united_states"),
    ("Shipments to the United States", "CNY", "amount", "exports_to_united_states"),
    ("exports to the U.S.", "CNY", "amount", "exports_to_united_states"),
    ("对共建“一带一路”国家进出口", "percent", "change", "belt_and_road_trade"),
    ("trade with Belt and Road partners", "percent", "change", "belt_and_road_trade"),
    ("“义新欧”班列（义乌平台）", "train", "count", "yixinou_trains"),
    ("Yixinou freight trains", "train", "count", "yixinou_trains"),
    ("中欧班列", "train", "count", "china_europe_trains"),
    ("China-Europe freight train", "train", "count", "china_europe_trains"),
    ("快递业务量", "parcel", "count", "express_parcels"),
    ("annual parcel volume", "parcel", "count", "express_parcels"),
    ("express delivery revenue", "CNY", "amount", "express_revenue"),
    ("出口货物平均通关时间", "minute", "duration", "export_clearance_time"),
    ("Average customs clearance time", "hour", "duration", "clearance_time"),
    ("查验率", "percent", "rate", "inspection_rate"),
    ("inspection rate", "percentage_point", "change", "inspection_rate"),
    ("集装箱吞吐量", "teu", "count", "port_container_throughput"),
    ("旅客吞吐量", "person", "count", "air_passengers"),
    ("日均客流量", "person", "count", "market_daily_visitors"),
    ("average daily foot traffic", "person", "count", "market_daily_visitors"),
    ("境外采购商", "person", "count", "foreign_buyers"),
    ("overseas buyers", "person", "count", "foreign_buyers"),
    ("商品种类", "product", "count", "product_varieties"),
    ("types of products", "product", "count", "product_varieties"),
    ("Yiwu China Commodities Index", "index_point", "rate", "yiwu_commodities_index"),
    ("义乌·中国小商品指数", "index_point", "rate", "yiwu_commodities_index"),
    ("在册经营主体总量", "company", "count", "market_entities"),
    ("registered business entities", "company", "count", "market_entities"),
    ("新增电商主体", "company", "count", "new_ecommerce_entities"),
    ("new e-commerce entities", "percent", "change", "new_ecommerce_entities"),
    ("外资主体数量", "times", "multiple", "foreign_invested_entities"),
    ("有进出口实绩的企业", "company", "count", "trading_companies"),
    ("地区生产总值", "CNY", "amount", "gdp"),
    ("GDP", "percent", "change", "gdp"),
    ("社会消费品零售总额", "CNY", "amount", "retail_sales"),
    ("total retail sales of consumer goods", "CNY", "amount", "retail_sales"),
    ("研发经费投入强度", "percentage_point", "change", "research_intensity"),
    ("接待游客", "person", "count", "tourists"),
]

UNNAMED = [
    ("exports of handmade lamps", "CNY", "amount"),  # narrower than exports
    ("exports to Yiwu's neighbours", "CNY", "amount"),
    ("imports from the United States", "CNY", "amount"),
    ("美国进口", "CNY", "amount"),  # another place than the claim's
    ("汽车类商品零售额", "CNY", "amount"),  # narrower than retail sales
    ("三挺路夜市日均客流", "person", "count"),  # of a night market
    ("日均快递业务量", "parcel", "count"),  # a mean is another measure
    ("订单", "percent", "change"),
    ("orders", "CNY", "amount"),
    ("sales", "CNY", "amount"),
    ("merchants", "person", "count"),
    ("companies", "company", "count"),
    ("总量", "rank", "rank"),
    ("占外贸总值的比重", "percentage_point", "change"),
    ("机电产品出口占比", "percentage_point", "change"),
    ("增速", "percentage_point", "change"),
    ("exports", "company", "count"),  # no amount of money
    ("快递业务量", "day", "change"),  # "22 days earlier"
    ("inspection rate", "CNY", "amount"),
    ("exports", "percent", "rate"),
    ("exports", "CNY", "count"),  # the unit alone
    ("exports", "tonne", "amount"),  # the kind alone
    ("非常驻外商", "person", "count"),
    ("", "CNY", "amount"),
    ("？！", "CNY", "amount"),
    (None, "CNY", "amount"),
]


@pytest.fixture(scope="module")
def resolve(lexicon):
    return resolver(lexicon).resolve


def test_there_are_eighty_and_more_in_both_languages(lexicon):
    assert len(lexicon.indicators) >= 80
    for indicator in lexicon.indicators.values():
        assert set(indicator.names) == {"zh", "en"}
        assert indicator.units
        assert indicator.kinds


@pytest.mark.parametrize(("phrase", "unit", "kind", "expected"), NAMED)
def test_resolves(resolve, phrase, unit, kind, expected):
    assert resolve(phrase, unit, kind, "Yiwu") == expected


@pytest.mark.parametrize(("phrase", "unit", "kind"), UNNAMED)
def test_does_not_guess(resolve, phrase, unit, kind):
    assert resolve(phrase, unit, kind, "Yiwu") is None


def test_no_phrase_of_the_package_is_ambiguous(lexicon, resolve):
    for indicator in lexicon.indicators.values():
        for phrases in indicator.phrases.values():
            for phrase in phrases:
                unit, kind = min(indicator.units), min(indicator.kinds)
                assert resolve(phrase, unit, kind) == indicator.id, phrase


def test_places_are_left_out_only_where_the_claim_holds(resolve):
    assert resolve("浙江出口", "CNY", "amount", "Zhejiang") == "exports"
    assert resolve("浙江出口", "CNY", "amount", "Yiwu") == "exports"  # the province around it
    assert resolve("浙江出口", "CNY", "amount", "Germany") is None
    assert resolve("exports in Zhejiang", "CNY", "amount", "Zhejiang") == "exports"


def test_claims_of_both_languages_meet():
    english = extract("Yiwu's cross-border e-commerce trade reached 88 billion yuan.")
    chinese = extract("义乌跨境电商进出口额达880亿元。")
    assert [claim.indicator_id for claim in (*english, *chinese)] == ["cross_border_ecommerce_trade"] * 2
    assert any(reason.field == "indicator_id" for reason in english[0].reasons)


def write(tmp_path, text):
    path = tmp_path / "indicators.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_adds_indicators_and_phrases(tmp_path):
    path = write(
        tmp_path,
        "thermos_exports:\n  names: {zh: 保温杯出口, en: thermos exports}\n  units: [money]\n  kinds: [amount]\n"
        "  broader: exports\nexports:\n  zh: [外销]\n",
    )
    resolve = resolver(load_lexicon(path)).resolve
    assert resolve("保温杯出口额", "CNY", "amount") == "thermos_exports"
    assert resolve("外销", "CNY", "amount") == "exports"
    assert resolve("出口", "CNY", "amount") == "exports"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "a:\n  names: {zh: 甲, en: a}\n  units: [money]\n  kinds: [amount]\n  color: red\n",
            5,
            "unknown field 'color'",
        ),
        ("a:\n  names: {zh: 甲, en: a}\n  units: [gold]\n  kinds: [amount]\n", 3, "'gold' is not one of"),
        ("a:\n  names: {zh: 甲, en: a}\n  units: [money]\n  kinds: [change]\n", 4, "'change' is not one of"),
        ("a:\n  names: {zh: 甲}\n  units: [money]\n  kinds: [amount]\n", 2, "one in zh and one in en"),
        ("a:\n  zh: [甲]\n", 2, "names, units, kinds missing"),
        ("a:\n  names: {zh: 甲, en: a}\n  units: [money]\n  kinds: [amount]\n  broader: b\n", 2, "no indicator 'b'"),
        ("\nexports:\n  zh: 外销\n", 3, "a list in square brackets"),
        ("exports:\n  zh: [1039]\n", 2, "a word or phrase"),
        ("exports: {}\nexports: {}\n", 1, "given twice"),
        ("exports: [\n", 2, "not YAML"),
        ("- exports\n", 1, "a mapping is expected"),
        ("Ex ports:\n  names: {zh: 甲, en: a}\n  units: [money]\n  kinds: [amount]\n", 2, "an id is small letters"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, text, line, message):
    path = write(tmp_path, text)
    with pytest.raises(SourceError) as caught:
        load_lexicon(path)
    assert f"{path}, line {line}: " in str(caught.value)
    assert message in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        load_lexicon(tmp_path / "none.yaml")
