#include "indexer/readers/csv.h"

#include <catch2/catch.hpp>

#include "indexer/readers/csv_rows.h"
#include "indexer/readers/field_map.h"
#include "tests/unit/reader_fixture.h"

using namespace dateline;

namespace {

// The cells with `|` between, a row a line; a fault as its code and line.
std::string rows_of(std::string_view text, char delimiter = ',') {
  MemorySource source(text);
  CsvRows rows(source, delimiter);
  std::string all;
  while (auto row = rows.next()) {
    if (row->fault)
      all += row->fault->code + ":" + std::to_string(row->fault->line);
    else
      all += joined(row->cells);
    all += '\n';
  }
  return all;
}

ReadResult read_mapped(const std::string& map, std::string_view text) {
  const FieldMap fields = parse_field_map(map, "a.map", default_field_map());
  MemorySource source(text);
  Input input{text.substr(0, kSniffBytes), source, {}, {}, &fields};
  ReadResult result;
  read_csv(input, result);
  return result;
}

std::string headlines(const ReadResult& result) {
  std::string all;
  for (const Article& a : result.articles) all += a.headline + " / ";
  return all;
}

}  // namespace

TEST_CASE("rows are cut as RFC 4180 says, and as writers do") {
  const auto [text, rows] = GENERATE(table<std::string, std::string>({
      {"a,b\nc,d\n", "a, b\nc, d\n"},
      {"a,b\r\nc,d", "a, b\nc, d\n"},
      {"a,b\rc,d\r", "a, b\nc, d\n"},
      {"\"a,\"\"b\"\"\",c\n", "a,\"b\", c\n"},
      {"\"a\nb\",c\n\n  \nd,e\n", "a\nb, c\nd, e\n"},
      {"a\"b,c\n", "a\"b, c\n"},
      {"\"a\"b,c\n", "ab, c\n"},
      {"\xEF\xBB\xBF\"a,b\",c\n", "a,b, c\n"},
      {"a,\"b\nc,d\ne,f\n", "csv.open-quote:1\nc, d\ne, f\n"},
      {"", ""},
  }));
  CAPTURE(text);
  CHECK(rows_of(text) == rows);
}

TEST_CASE("a file of open quotes ends") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "x\",\"\n";
  const std::string rows = rows_of(text);
  CHECK(rows.starts_with("csv.open-quote:1\ncsv.open-quote:2\n"));
  CHECK(std::ranges::count(rows, '\n') < 100);
}

TEST_CASE("a table has an article a row") {
  const ReadResult result = read_with(kCsv, source_file("corpus/formats/2009-csv-straits-courier.csv"));
  CHECK(shown(result.faults) == "");
  REQUIRE(result.articles.size() == 2);
  const Article& a = result.articles[0];
  CHECK(a.id == "4411");
  CHECK(a.headline == "Gibraltar apes take to the cable car");
  CHECK(shown(a.bylines) == "Hester Pilcher, Manuel Ocaña");
  CHECK(shown(a.captions) ==
        "A macaque waits for the 4 p.m. car on the Rock in Gibraltar on Saturday. | Hester Pilcher/Straits "
        "Courier");
  CHECK(shown(a.published) == "2009-05-03 csv:date");
  CHECK(a.section == "Animals");
  CHECK(a.url == "https://straitscourier.example/4411");
  CHECK(a.body.find("\n\nUp to nine macaques") != std::string::npos);
}

TEST_CASE("the header row tells the delimiter") {
  const auto text = GENERATE(as<std::string>{}, "title,text\nA,B\n", "title\ttext\nA\tB\n",
                             "Title;Text\nA;B\n", "\xEF\xBB\xBF\"TITLE\"|text\nA|B\n");
  CAPTURE(text);
  const ReadResult result = read_with(kCsv, text);
  CHECK(shown(result.faults) == "");
  CHECK(headlines(result) == "A / ");
  CHECK(result.articles.at(0).body == "B");
}

TEST_CASE("a row of other length is one fault, and the rest is read") {
  const ReadResult result = read_with(kCsv, "title,text\nA,\"B\nb\"\nC\nD,E,F\nG,H,\n\"I\",J\n");
  CHECK(shown(result.faults) == "csv.cells:4:1 csv.cells:5:1 ");
  CHECK(headlines(result) == "A / G / I / ");
}

TEST_CASE("columns that nobody knows are kept") {
  const ReadResult result = read_with(kCsv, "title,text,Mood\nA,B,glad\n");
  CHECK(result.articles.at(0).extra == std::map<std::string, std::string>{{"Mood", "glad"}});
}

TEST_CASE("tables in other encodings are read") {
  const auto [text, body] = GENERATE(table<std::string, std::string>({
      {"title,text\nA,Caf\xE9 au lait, s'il vous pla\xEEt\n", ""},
      {"title;text\nA;Le caf\xE9 est ferm\xE9 depuis la f\xEAte\n", "Le café est fermé depuis la fête"},
      {std::string("\xFF\xFEt\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0A\0,\0\xE9\0\n\0", 30), "é"},
  }));
  const ReadResult result = read_with(kCsv, text);
  if (body.empty()) {
    CHECK(shown(result.faults) == "csv.cells:2:1 ");
  } else {
    CHECK(result.articles.at(0).body == body);
  }
}

TEST_CASE("a map names columns") {
  const ReadResult result = read_mapped("headline = kop\nbody = tekst\npublished = dag\ndates = month-first",
                                        "kop,tekst,dag\nA,B,3/4/1999\n");
  CHECK(shown(result.faults) == "");
  const Article& a = result.articles.at(0);
  CHECK(a.headline == "A");
  CHECK(iso_date(a.published.value()) == "1999-03-04");
}

TEST_CASE("a map of numbers reads a table without header row") {
  const ReadResult result = read_mapped("headline = 2\nbody = 3", "7;A;B\n8;C;D\n");
  CHECK(shown(result.faults) == "");
  CHECK(headlines(result) == "A / C / ");
  CHECK(result.articles.at(1).body == "D");
}

TEST_CASE("a table whose columns nobody knows is one fault") {
  CHECK(shown(read_with(kCsv, "a,b\n1,2\n3,4\n").faults) == "csv.no-header:1:1 ");
  CHECK(shown(read_with(kCsv, "title,text\n").faults) == "csv.empty:1:1 ");
}

TEST_CASE("the sniffer knows tables by their header row and nothing else") {
  const auto [head, sure] = GENERATE(table<std::string, Confidence>({
      {"title,text\nA,B\n", Confidence::likely},
      {"url\tdate\ttitle\ttext\nA\tB\tC\tD", Confidence::likely},
      {"id;headline;foo;author\n", Confidence::likely},
      {"a,b,c\n1,2,3\n", Confidence::no},
      {"id,title,x1,x2,x3,x4\n", Confidence::no},
      {"Ships, trains and a text came back\n\nThe story, it says.\n", Confidence::no},
      {"Title\n\nText, with commas.\n", Confidence::no},
      {R"({"columns":["id","title","text","date"]})", Confidence::no},
      {"", Confidence::no},
  }));
  CAPTURE(head);
  CHECK(sniff_csv(head) == sure);
}
