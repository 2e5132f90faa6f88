// Spreadsheets and LimeSurvey structures that tests make: whole ones, and ones that somebody means ill with.
#pragma once

#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/convert/convert_verb.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/api/try_survey.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::testing {

using SheetRows = std::vector<std::vector<std::string>>;
using ZipFiles = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const ZipFiles& files) {
  zip_error_t trouble;
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &trouble);
  zip_t* zip = zip_open_from_source(whole, ZIP_TRUNCATE, &trouble);
  REQUIRE(zip != nullptr);
  zip_source_keep(whole);
  for (const auto& [name, text] : files)
    REQUIRE(zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8) >=
            0);
  REQUIRE(zip_close(zip) == 0);
  REQUIRE(zip_source_open(whole) == 0);
  std::string bytes;
  char piece[4096];
  for (zip_int64_t count = 0; (count = zip_source_read(whole, piece, sizeof(piece))) > 0;)
    bytes.append(piece, static_cast<std::size_t>(count));
  zip_source_close(whole);
  zip_source_free(whole);
  return bytes;
}

inline std::string xml_words(std::string_view text) {
  std::string xml;
  for (const char c : text) xml += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return xml;
}

inline std::string sheet_xml(const SheetRows& rows) {
  std::string xml = "<?xml version=\"1.0\"?><worksheet><sheetData>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    xml += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      xml += "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) +
             "\" t=\"inlineStr\"><is><t>" + xml_words(rows[r][c]) + "</t></is></c>";
    }
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

// The files of a workbook whose sheets have these names and these texts.
inline ZipFiles xlsx_files(const std::vector<std::pair<std::string, std::string>>& sheets) {
  std::string names = "<workbook><sheets>", targets = "<Relationships>";
  ZipFiles files;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string key = "rId" + std::to_string(i + 1), file = "worksheets/sheet" + std::to_string(i + 1) + ".xml";
    names += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"1\" r:id=\"" + key + "\"/>";
    targets += "<Relationship Id=\"" + key + "\" Target=\"" + file + "\"/>";
    files.emplace_back("xl/" + file, sheets[i].second);
  }
  files.emplace_back("xl/workbook.xml", names + "</sheets></workbook>");
  files.emplace_back("xl/_rels/workbook.xml.rels", targets + "</Relationships>");
  return files;
}

inline std::string xlsx_of(const SheetRows& survey, const SheetRows& choices = {}, const SheetRows& settings = {}) {
  return zip_of(
      xlsx_files({{"survey", sheet_xml(survey)}, {"choices", sheet_xml(choices)}, {"settings", sheet_xml(settings)}}));
}

inline feedback::ConvertedFile converted(std::string_view bytes) {
  auto made = feedback::convert_survey(bytes, "");
  if (!made.ok()) MESSAGE(made.error().detail);
  REQUIRE(made.ok());
  return std::move(made).value();
}

inline std::string refused(std::string_view bytes) {
  const auto made = feedback::convert_survey(bytes, "");
  return made.ok() ? "" : made.error().detail;
}

// What our own engine makes of the definition and of these answers.
inline std::string tried(const std::string& definition, const std::string& answers) {
  const auto json = server::read_json(definition), given = server::read_json(answers);
  REQUIRE(json.ok());
  REQUIRE(given.ok());
  const auto tried = feedback::try_survey(json.value(), given.value(), 0);
  if (!tried.ok()) MESSAGE(tried.error().detail);
  REQUIRE(tried.ok());
  return tried.value();
}

inline bool has(const std::string& text, std::string_view part) {
  if (text.find(part) == text.npos) MESSAGE(text);
  return text.find(part) != text.npos;
}

}  // namespace alongside::testing
