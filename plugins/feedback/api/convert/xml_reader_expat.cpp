#include "plugins/feedback/api/convert/xml_reader_expat.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace alongside::feedback {
namespace {

constexpr int deepest_tag = 64;
constexpr std::size_t xml_piece = 64 * 1024;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct XmlReading {
  XML_Parser parser = nullptr;
  XmlListener* listener = nullptr;
  int depth = 0;
  std::string_view trouble = {};

  void stop(std::string_view why) {
    if (trouble.empty()) trouble = why;
    XML_StopParser(parser, XML_FALSE);
  }
  void go_on() {
    if (!listener->stopped_by().empty()) stop(listener->stopped_by());
  }
};

XmlReading& reading_of(void* user) { return *static_cast<XmlReading*>(user); }

std::string_view without_prefix(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') + 1);  // none: npos + 1 is 0
}

void XMLCALL on_opened(void* user, const char* name, const char** attributes) {
  XmlReading& reading = reading_of(user);
  if (++reading.depth > deepest_tag) return reading.stop("tags stand more than 64 deep inside each other");
  XmlTag tag{without_prefix(name), {}};
  for (; *attributes != nullptr; attributes += 2)
    tag.attributes.emplace_back(without_prefix(attributes[0]), attributes[1]);
  reading.listener->opened(tag);
  reading.go_on();
}

void XMLCALL on_closed(void* user, const char* name) {
  XmlReading& reading = reading_of(user);
  --reading.depth;
  reading.listener->closed(without_prefix(name));
  reading.go_on();
}

void XMLCALL on_text(void* user, const char* text, int length) {
  XmlReading& reading = reading_of(user);
  if (reading.trouble.empty()) reading.listener->text({text, static_cast<std::size_t>(length)});
}

// Entities can be declared nowhere else, and no survey needs one.
void XMLCALL on_doctype(void* user, const char*, const char*, const char*, int) {
  reading_of(user).stop("it has a document type (<!DOCTYPE), which no survey needs");
}

Error xml_trouble(const XmlReading& reading) {
  const std::string line = "line " + std::to_string(XML_GetCurrentLineNumber(reading.parser)) + ": ";
  if (!reading.trouble.empty()) return {ErrorCode::InvalidInput, line + std::string(reading.trouble)};
  return {ErrorCode::InvalidInput, line + XML_ErrorString(XML_GetErrorCode(reading.parser))};
}

}  // namespace

std::string_view XmlTag::attribute(std::string_view wanted) const {
  for (const auto& [name, value] : attributes) {
    if (name == wanted) return value;
  }
  return {};
}

Result<void> read_xml(std::string_view xml, XmlListener& listener) {
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
  if (parser == nullptr) return Error{ErrorCode::Internal, "no memory for reading XML"};
  XmlReading reading{parser.get(), &listener};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_opened, on_closed);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  do {
    const std::string_view piece = xml.substr(0, xml_piece);
    xml.remove_prefix(piece.size());
    const int is_last = xml.empty() ? XML_TRUE : XML_FALSE;
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), is_last) != XML_STATUS_OK)
      return xml_trouble(reading);
  } while (!xml.empty());
  return {};
}

}  // namespace alongside::feedback
