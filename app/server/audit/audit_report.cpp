#include "app/server/audit/audit_report.hpp"

#include "app/server/audit/read_audit.hpp"
#include "app/server/family/family_words.hpp"
#include "app/server/json_tree.hpp"
#include "app/server/moment_text.hpp"

#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::server {

namespace {

std::string head_text(const AuditHead& head) { return std::to_string(head.number) + ":" + hex_text(head.link); }

std::string outcome_of(const AuditEntry& entry) {
  if (entry.outcome == 0) return "done";
  return entry.code.empty() ? "not done" : "not done (" + entry.code + ")";
}

bool is_read(const AuditEntry& entry) { return entry.verb == read_verb && !entry.actor.is_nil(); }

std::vector<std::string_view> facets_of(const AuditEntry& entry) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < wire::facet_count; ++i) {
    const auto facet = static_cast<wire::Facet>(i);
    if ((entry.kind & bit_of(facet)) != 0) words.push_back(word_of(facet));
  }
  return words;
}

std::string deed_of(const AuditEntry& entry) {
  if (is_read(entry)) {
    std::string text = "person " + entry.actor.text() + " was given what others wrote:";
    for (const std::string_view facet : facets_of(entry)) text.append(" ").append(facet);
    return text;
  }
  if (!entry.verb.empty()) return entry.officer + ": " + entry.verb;
  return "person " + entry.actor.text() + " changed something of kind " + std::to_string(entry.kind);
}

void put_read(JsonValue& json, const AuditEntry& entry) {
  put_member(json, "verb", json_words(std::string(read_verb)));
  put_member(json, "person", json_words(entry.actor.text()));
  JsonValue facets = json_array();
  for (const std::string_view facet : facets_of(entry)) facets.items.push_back(json_words(std::string(facet)));
  put_member(json, "facets", std::move(facets));
}

template <class AnyId>
void put_known(JsonValue& json, std::string_view name, const AnyId& id) {
  if (!id.is_nil()) put_member(json, name, json_words(id.text()));
}

}  // namespace

std::string entry_text(const AuditEntry& entry) {
  std::string text = std::to_string(entry.number) + "  " + moment_text(entry.at_ms) + "  ";
  text += deed_of(entry);
  if (!entry.subject.is_nil()) text += "  about " + entry.subject.text();
  if (!entry.household.is_nil()) text += "  of household " + entry.household.text();
  text += "  " + outcome_of(entry);
  return text + (entry.account.empty() ? "" : "  from account " + entry.account) + "\n";
}

std::string entry_json(const AuditEntry& entry) {
  JsonValue json = json_object();
  put_member(json, "number", json_whole(entry.number));
  put_member(json, "at", json_words(moment_text(entry.at_ms)));
  if (is_read(entry)) {
    put_read(json, entry);
  } else if (entry.verb.empty()) {
    put_known(json, "operation", entry.operation);
    put_known(json, "device", entry.device);
    put_known(json, "person", entry.actor);
    put_member(json, "kind", json_whole(entry.kind));
  } else {
    put_member(json, "verb", json_words(entry.verb));
    put_member(json, "officer", json_words(entry.officer));
    if (!entry.account.empty()) put_member(json, "account", json_words(entry.account));
  }
  put_known(json, "household", entry.household);
  put_known(json, "subject", entry.subject);
  put_member(json, "done", json_truth(entry.outcome == 0));
  if (!entry.code.empty()) put_member(json, "code", json_words(entry.code));
  return write_json(json) + "\n";
}

std::string fault_text(const AuditFault& fault) { return "row " + std::to_string(fault.number) + " " + fault.what; }

std::string check_text(const AuditCheck& check) {
  std::string text = std::to_string(check.rows) + " rows: ";
  if (check.faults.empty())
    return text + "the chain is whole.\nIts head, to be noted elsewhere: " + head_text(check.head) + "\n";
  text += "the chain is broken.\n";
  for (const AuditFault& fault : check.faults) text += fault_text(fault) + "\n";
  return text;
}

std::string check_json(const AuditCheck& check) {
  JsonValue json = json_object();
  put_member(json, "rows", json_whole(check.rows));
  put_member(json, "whole", json_truth(check.faults.empty()));
  put_member(json, "head", json_words(head_text(check.head)));
  JsonValue faults = json_array();
  for (const AuditFault& fault : check.faults) {
    JsonValue one = json_object();
    put_member(one, "row", json_whole(fault.number));
    put_member(one, "what", json_words(fault.what));
    faults.items.push_back(std::move(one));
  }
  put_member(json, "faults", std::move(faults));
  return write_json(json) + "\n";
}

std::optional<AuditHead> head_in(std::string_view text) {
  AuditHead head;
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  const auto read = std::from_chars(text.data(), text.data() + colon, head.number);
  const auto link = sha256_in(text.substr(colon + 1));
  if (read.ec != std::errc() || read.ptr != text.data() + colon || head.number < 0 || !link) return std::nullopt;
  head.link = *link;
  return head;
}

}  // namespace alongside::server
