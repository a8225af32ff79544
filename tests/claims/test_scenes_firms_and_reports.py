"""Places that open a scene, where a firm's business is, heads of work reports, days with hours, times told again."""

from datetime import date

from tests.claims.claims_read import days, found

DAY = date(2025, 2, 20)
REPORT = (
    "Highlights of Yiwu's 2025 government work report\n\nI. Review of 2024\n\n- GDP grew by 7.3 percent.\n\n"
    "II. Main targets for 2025\n\n- GDP is to grow by about 7 percent.\n- Work will start on 48 key projects.\n\n"
    "III. Improving people's lives in 2025\n\n- Seven kindergartens will be built, providing 6,900 places."
)


def test_heads_of_a_work_report_date_what_is_under_them():
    year = {"2024": ("2024-01-01", "2024-12-31"), "2025": ("2025-01-01", "2025-12-31")}
    assert days(REPORT, DAY) == [year["2024"], *[year["2025"]] * 4]


def test_what_a_work_report_heads_as_targets_is_aimed_at():
    assert found(REPORT, "status", DAY) == ["actual", *["target"] * 4]


def test_an_outlook_is_no_aim():
    text = "Trade report\n\nI. Outlook for 2025\n\n- Exports will grow by 3 percent.\n- Imports will grow by 2 percent."
    assert found(text, "status", DAY) == ["forecast"] * 2


def test_a_place_that_opens_a_sentence_holds_past_a_relative_clause():
    text = "In Yiwu, forwarder Ye Guoqing, who ships around 500 containers a month, says profit per box shrank to $60."
    assert found(text, "place", DAY) == ["Yiwu"] * 2


def test_a_firm_is_where_it_runs_its_business():
    text = (
        "Zhejiang Huamao Trade Group (603988.SH), which runs wholesale markets in Yiwu, posted a net profit of "
        "2.94 billion yuan for 2024."
    )
    assert found(text, "place", DAY) == ["Yiwu"]


def test_during_the_period_is_the_time_told_first():
    text = (
        "Trade of Zhejiang up 6.8 pct\n\nForeign trade of Zhejiang expanded 6.8 percent year on year in the first "
        "eight months of 2025, Hangzhou Customs said.\n\n"
        '"We sell more," Li said.\n\nExports reached 2.79 trillion yuan during the period.'
    )
    assert days(text, date(2025, 9, 18))[-1] == ("2025-01-01", "2025-08-31")


def test_days_may_be_told_with_their_hours():
    text = "11月25日0点到12月2日24点，大促GMV冲到18.6亿元。"
    assert days(text, date(2024, 12, 3)) == [("2024-11-25", "2024-12-02")]


def test_rates_of_a_post_are_against_the_same_sale_last_year():
    text = "黑五战报\n\n11月25日到12月2日，GMV18.6亿元，大涨42%\n（增减幅均与去年黑五网一同期相比）\n"
    text += "▪️支付订单：2360万单，+38.5%"
    assert found(text, "comparison", date(2024, 12, 3))[-1] == "yoy"


def test_what_is_so_at_other_times_is_of_no_sale():
    text = "11月25日到12月2日，销售额300万元。她说，平时八成以上的咨询都不用人管。"
    assert days(text, date(2024, 12, 3))[-1] == ("None", "None")


def test_a_platform_that_somebody_goes_through_is_not_where_they_are():
    text = (
        "Yiwu sellers go global\n\nIn Yiwu, Tang Lihua ships 3,000 orders a day through Haiyun, a Hangzhou-based "
        "platform.\n\nHer revenue was 4.2 million yuan last month."
    )
    assert found(text, "place", date(2024, 12, 5))[-1] == "Yiwu"
