// `council-api survey convert` and files that nobody should trust: each is refused, or what can be read of it is, with
// the place and the reason, in bounded time and memory.
#include "app/base/utf8.hpp"
#include "tests/unit/plugins/survey_convert_books.hpp"

#include <chrono>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;

namespace {

const SheetRows one_question{{"type", "name", "label"}, {"text", "a", "A?"}};

ZipFiles with_sheet(const std::string& survey) { return xlsx_files({{"survey", survey}}); }

std::string asking(const std::string& column, const std::string& cell) {
  return xlsx_of({{"type", "name", "label", column}, {"text", "a", "A?"}, {"text", "b", "B?", cell}});
}

}  // namespace

TEST_CASE("a bomb in a ZIP is not unpacked past its limit") {
  ZipFiles files = with_sheet("<worksheet>" + std::string(40 << 20, ' ') + "</worksheet>");
  const std::string bomb = zip_of(files);
  CHECK(bomb.size() < 200'000);
  CHECK(has(refused(bomb), "xl/worksheets/sheet1.xml is too large once it is unpacked"));
  // Two of them, each within its own limit.
  files = xlsx_files({{"survey", "<worksheet>" + std::string(31 << 20, ' ') + "</worksheet>"},
                      {"choices", "<worksheet>" + std::string(31 << 20, ' ') + "</worksheet>"},
                      {"settings", "<worksheet>" + std::string(31 << 20, ' ') + "</worksheet>"}});
  CHECK(has(refused(zip_of(files)), "is too large once it is unpacked"));
}

TEST_CASE("a bomb of entities, and a file that one would fetch, are refused before they are read") {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>";
  const std::string fetches = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document>&x;</document>";
  CHECK(has(refused(bomb), "line 1: it has a document type"));
  CHECK(has(refused(fetches), "it has a document type"));
  CHECK(has(refused(zip_of(with_sheet(bomb))), "sheet1.xml, line 1: it has a document type"));
}

TEST_CASE("ten thousand rows are read at once, and told to be too many questions") {
  SheetRows rows{{"type", "name", "label", "relevant"}};
  for (int i = 0; i < 10'000; ++i)
    rows.push_back({"text", "q" + std::to_string(i), "Q?", i == 0 ? "" : "${q" + std::to_string(i - 1) + "} = 'a'"});
  const auto begun = std::chrono::steady_clock::now();
  const ConvertedFile made = converted(xlsx_of(rows));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
  CHECK(has(made.report, "To mend before it can be published: pages: ask at most 5,000 questions"));
  rows.resize(1);
  for (int i = 0; i < 20'050; ++i) rows.push_back({"text", "", "Q?"});
  CHECK(has(refused(xlsx_of(rows)), "this is too much for one survey"));
}

TEST_CASE("choices that every question writes again are a bomb as well") {
  SheetRows rows{{"type", "name", "label"}}, choices{{"list_name", "name", "label"}};
  for (int i = 0; i < 1'000; ++i) choices.push_back({"many", "c" + std::to_string(i), "C"});
  for (int i = 0; i < 200; ++i) rows.push_back({"select_one many", "q" + std::to_string(i), "Q?"});
  CHECK(has(refused(xlsx_of(rows, choices)), "survey row 102, type: there are more than 100,000 choices"));
}

TEST_CASE("a sheet that names a file outside of the book is refused") {
  for (const char* target : {"../../etc/passwd", "/../x.xml", "..\\x", "file:///etc/passwd", "http://example.org/x"}) {
    ZipFiles files = with_sheet(sheet_xml(one_question));
    files.pop_back();
    files.emplace_back("xl/_rels/workbook.xml.rels", std::string("<Relationships><Relationship Id=\"rId1\" Target=\"") +
                                                         target + "\"/></Relationships>");
    CHECK(has(refused(zip_of(files)), "a sheet names a file outside of it"));
  }
}

TEST_CASE("what is no whole book says what it lacks") {
  const std::string whole = xlsx_of(one_question);
  CHECK(has(refused(whole.substr(0, whole.size() / 2)), "this is no whole .xlsx"));
  CHECK(has(refused("PK"), "this is no whole .xlsx"));
  CHECK(has(refused(zip_of({{"hello.txt", "hello"}})), "there is no xl/workbook.xml in it"));
  CHECK(has(refused(zip_of(xlsx_files({{"Sheet1", sheet_xml(one_question)}}))), "there is no sheet named \"survey\""));
  CHECK(has(refused(zip_of(with_sheet("<worksheet><sheetData>"))), "sheet1.xml, line 1: no element found"));
  CHECK(has(refused(xlsx_of({{"kind"}, {"text"}})), "has no column \"type\""));
  CHECK(has(refused(""), "there is no sheet named \"survey\""));
  CHECK(has(refused("<html><body>hello</body></html>"), "this is no survey structure of LimeSurvey"));
}

TEST_CASE("other encodings are read where XML says them, and refused where nothing does") {
  CHECK(has(refused("\xFF\xFEt\0y\0p\0e\0"), "save the file as \"CSV UTF-8\""));
  CHECK(has(refused("type,name,label\ntext,a,Caf\xE9?\n"), "byte 27 is no UTF-8"));
  const ConvertedFile latin = converted(zip_of(with_sheet(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>type"
      "</v></c><c r=\"B1\" t=\"str\"><v>name</v></c><c r=\"C1\" t=\"str\"><v>label</v></c></row><row r=\"2\"><c "
      "r=\"A2\" t=\"str\"><v>text</v></c><c r=\"B2\" t=\"str\"><v>a</v></c><c r=\"C2\" t=\"str\"><v>Caf\xE9?</v></c>"
      "</row></sheetData></worksheet>")));
  CHECK(has(latin.definition, "Café?"));
  CHECK(has(refused(zip_of(with_sheet("<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?><worksheet/>"))),
            "unknown encoding"));
}

TEST_CASE("cells far away, strange types and tags deep inside each other are contained") {
  const auto with_cell = [](const std::string& cell) {
    return zip_of(with_sheet("<worksheet><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>"));
  };
  CHECK(has(refused(with_cell("<c r=\"XFD1\" t=\"str\"><v>type</v></c>")), "further right than column 500"));
  CHECK(
      has(refused(with_cell("<c r=\"ZZZZZZZZZZZZZZZZ1\" t=\"str\"><v>type</v></c>")), "further right than column 500"));
  CHECK(has(refused(with_cell("<c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c>")), "has no column \"type\""));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  CHECK(has(refused("<document>" + deep), "tags stand more than 64 deep"));
  const ConvertedFile groups = converted(xlsx_of({{"type", "name", "label"},
                                                  {"end_group"},
                                                  {"begin_group", "g", "G"},
                                                  {"text", "a", "A?"},
                                                  {"text", "A", "Again?"},
                                                  {"text", "a", "Third?"},
                                                  {"hologram", "h", "H?"}}));
  CHECK(has(groups.report, "survey row 2, type: nothing is open that could end here"));
  CHECK(has(groups.report, "survey row 6, name: \"a\" was there before"));
  CHECK(has(groups.report, "survey row 7, type: we know no question of type \"hologram\""));
  CHECK(has(groups.report, "\"g\" is never closed; it ends here"));
  CHECK(groups.report.find("To mend") == groups.report.npos);
}

TEST_CASE("a long name is never cut in the midst of a letter") {
  for (const std::string before : {"", "a"}) {
    std::string name = before;
    for (int i = 0; i < 60; ++i) name += "ŵ";
    const ConvertedFile made = converted(xlsx_of({{"type", "name", "label"}, {"text", name, "A?"}}));
    CHECK(is_text(made.definition));
    CHECK(server::read_json(made.definition).ok());
  }
}

TEST_CASE("conditions that mean ill become nothing, with the reason") {
  const auto told = [](const std::string& condition) { return converted(asking("relevant", condition)).report; };
  CHECK(has(told(std::string(5'000, '1')), "longer than 4,000 characters"));
  CHECK(has(told(std::string(3'000, '(') + "1"), "brackets stand too deep"));
  CHECK(has(told("${nobody} = 1"), "there is no question named \"nobody\""));
  CHECK(has(told("${a} = 'it''s"), "survey row 3, relevant"));
  CHECK(has(told("pulldata('x', 'y', 'z', ${a})"), "survey row 3, relevant"));
  CHECK(has(told("${a"), "${ is never closed"));
  CHECK(has(told("instance('x')/root/item[name = 1]/y"), "it looks something up in another list"));
  CHECK(has(converted(asking("relevant", "FALSE")).definition, "\"visibleIf\": \"false\""));
  CHECK(has(converted(asking("constraint", "regex(., '(((')")).report, "survey row 3, constraint"));
  // Nobody's words end a text or begin a script.
  const ConvertedFile script = converted(
      xlsx_of({{"type", "name", "label"}, {"note", "a", "<script>alert(1)</script>Hello {b}"}, {"text", "b", "B?"}}));
  CHECK(script.definition.find("<script") == script.definition.npos);
  CHECK(has(script.definition, "Hello (b)"));
}
