#include "app/server/family/share_lines.hpp"

#include "app/server/family/family_words.hpp"

namespace alongside::server {

std::string share_lines(const std::vector<OpenShare>& shares, std::string_view sees) {
  std::string lines;
  for (std::size_t at = 0; at < shares.size(); ++at) {
    const OpenShare& one = shares[at];
    const bool same = at > 0 && shares[at - 1].viewer == one.viewer && shares[at - 1].owner == one.owner;
    if (!same) {
      lines += at == 0 ? "  " : "\n  ";
      lines += one.viewer.text() + " " + std::string(sees) + " what " + one.owner.text() + " shares: ";
    }
    lines += same ? ", " : "";
    lines += std::string(word_of(one.facet)) + " (" + std::string(word_of(one.level));
    lines += one.until == last_date ? ")" : " until " + one.until.iso() + ")";
  }
  return lines.empty() ? lines : lines + "\n";
}

}  // namespace alongside::server
