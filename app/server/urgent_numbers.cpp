#include "app/server/urgent_numbers.hpp"

#include <iterator>
#include <utility>

namespace alongside::server {
namespace {

struct NationalNumber {
  const char* title_en;
  const char* title_cy;
  const char* number;
  const char* address;
  const char* words_en;
  const char* words_cy;
  const char* source;
};

// Read on the day below. NHS 111 is the same number in both nations.
constexpr const char* seen_on = "2026-11-29";
constexpr NationalNumber danger = {
    "Somebody is in danger",
    "Mae rhywun mewn perygl",
    "999",
    "tel:999",
    "Police, ambulance or fire. Free from any phone, day and night.",
    "Heddlu, ambiwlans neu dân. Am ddim o unrhyw ffôn, ddydd a nos.",
    "westyorkshire.police.uk: deaf and hard of hearing information",
};
constexpr NationalNumber others[] = {
    {"You cannot hear or speak on the phone", "Ni allwch glywed na siarad ar y ffôn", "18000", "tel:18000",
     "Dial this on a textphone, or press 999 in the Relay UK app. You type, and somebody speaks for you.",
     "Deialwch hwn ar ffôn testun, neu pwyswch 999 yn ap Relay UK. Rydych chi'n teipio, ac mae rhywun yn siarad "
     "drosoch.",
     "westyorkshire.police.uk: deaf and hard of hearing information"},
    {"You can only send a text", "Dim ond neges destun y gallwch ei hanfon", "999", "sms:999",
     "Register your phone first: text \"register\" to 999 today. Then a text to 999 says who, what and where. Wait for "
     "the "
     "answer.",
     "Cofrestrwch eich ffôn yn gyntaf: anfonwch \"register\" at 999 heddiw. Yna mae neges at 999 yn dweud pwy, beth a "
     "ble. "
     "Arhoswch am yr ateb.",
     "bucksfire.gov.uk: emergency SMS"},
    {"You use British Sign Language", "Rydych yn defnyddio Iaith Arwyddion Prydain", "999 BSL", "https://999bsl.co.uk",
     "A video call to 999 with an interpreter, in the app or on the website. It needs a network.",
     "Galwad fideo i 999 gyda chyfieithydd, yn yr ap neu ar y wefan. Mae angen rhwydwaith.",
     "limpingchicken.com: contacting 999"},
    {"You need health help, and nobody is in danger", "Mae angen help iechyd, a does neb mewn perygl", "111", "tel:111",
     "NHS 111, day and night. For mental health, listen for that choice. By text relay dial 18001 111.",
     "GIG 111, ddydd a nos. Ar gyfer iechyd meddwl, gwrandewch am y dewis hwnnw. Drwy gyfnewid testun deialwch 18001 "
     "111.",
     "111.nhs.uk"},
};

wire::UrgentNumber made_of(const NationalNumber& one) {
  wire::UrgentNumber number;
  number.title = {one.title_en, one.title_cy};
  number.number = one.number;
  number.address = one.address;
  number.words = {one.words_en, one.words_cy};
  number.source = one.source;
  if (const auto seen = Date::parse(seen_on); seen.ok()) number.seen = seen.value();
  return number;
}

}  // namespace

std::vector<wire::UrgentNumber> with_national_numbers(std::vector<wire::UrgentNumber> own) {
  std::vector<wire::UrgentNumber> all = {made_of(danger)};
  std::move(own.begin(), own.end(), std::back_inserter(all));
  for (const NationalNumber& one : others) all.push_back(made_of(one));
  return all;
}

}  // namespace alongside::server
