// read_xml: XML from outside, tag by tag. Wraps expat, which no other file includes. A document type is refused, and
// with it every entity of its own: nothing grows while it is read, and nothing is fetched. Used by the converters.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

// One tag as it opens; names are without their prefixes.
struct XmlTag {
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  std::string_view attribute(std::string_view wanted) const;
};

class XmlListener {
 public:
  virtual void opened(const XmlTag& tag) = 0;
  virtual void text(std::string_view text) = 0;  // well-formed UTF-8, in pieces
  virtual void closed(std::string_view name) = 0;
  // Why nothing more is wanted; empty while all is well.
  virtual std::string_view stopped_by() const { return {}; }

 protected:
  ~XmlListener() = default;
};

// The error names the line.
Result<void> read_xml(std::string_view xml, XmlListener& listener);

}  // namespace alongside::feedback
