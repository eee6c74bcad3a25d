using System.Text;

namespace Foldstream.Json.Tests;

/// <summary>Content that is not the event's: the exception names event, member and byte.</summary>
public sealed class WrongContentTests
{
    private const string Line = """{"product":"p","quantity":1,"price":{"amount":1,"currency":"EUR"},"rights":["Read"]}""";

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    public void A_root_that_is_no_object_is_refused(string json)
    {
        var exception = Events.Refused<Decimals>(json);

        Assert.Equal(("", 0), (exception.Member, exception.BytePosition));
        Assert.Contains("an object is expected", exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{} {}")]
    [InlineData("{},")]
    [InlineData("{}garbage")]
    [InlineData("\ufeff{}")]
    [InlineData("{'a':1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":.5}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{/* comment */}")]
    [InlineData("{} // comment")]
    [InlineData("{\"a\":/**/1}")]
    public void What_is_no_JSON_is_refused(string json) => Events.Refused<Empty>(json);

    [Theory]
    [InlineData("\"int\":\"1\"", "int")]
    [InlineData("\"int\":1.0", "int")]
    [InlineData("\"int\":1e2", "int")]
    [InlineData("\"int\":true", "int")]
    [InlineData("\"int\":{}", "int")]
    [InlineData("\"int\":[1]", "int")]
    [InlineData("\"int\":null", "int")]
    [InlineData("\"int\":2147483648", "int")]
    [InlineData("\"byte\":256", "byte")]
    [InlineData("\"byte\":-1", "byte")]
    [InlineData("\"sByte\":128", "sByte")]
    [InlineData("\"short\":-32769", "short")]
    [InlineData("\"uShort\":65536", "uShort")]
    [InlineData("\"uInt\":4294967296", "uInt")]
    [InlineData("\"long\":9223372036854775808", "long")]
    [InlineData("\"uLong\":18446744073709551616", "uLong")]
    [InlineData("\"uLong\":-1", "uLong")]
    public void An_integer_of_another_kind_is_refused(string members, string member)
    {
        var json = $$"""{"long":1,{{members}},"uLong":1}""";

        var exception = Events.Refused<Integers>(json);

        Assert.Equal(member, exception.Member);
        Assert.Equal(json.IndexOf(members, StringComparison.Ordinal) + members.IndexOf(':', StringComparison.Ordinal) + 1, exception.BytePosition);
    }

    [Theory]
    [InlineData(typeof(Booleans), """{"yes":"true"}""", "yes")]
    [InlineData(typeof(Booleans), """{"yes":0}""", "yes")]
    [InlineData(typeof(Booleans), """{"yes":true,"maybe":"x"}""", "maybe")]
    [InlineData(typeof(Decimals), """{"amount":79228162514264337593543950336}""", "amount")]
    [InlineData(typeof(Decimals), """{"amount":"1"}""", "amount")]
    [InlineData(typeof(Floats), """{"single":"NaN"}""", "single")]
    [InlineData(typeof(Characters), """{"letter":"ab"}""", "letter")]
    [InlineData(typeof(Characters), """{"letter":""}""", "letter")]
    [InlineData(typeof(Characters), """{"letter":65}""", "letter")]
    [InlineData(typeof(Texts), """{"text":1}""", "text")]
    [InlineData(typeof(Texts), """{"text":{"a":1}}""", "text")]
    [InlineData(typeof(Texts), """{"text":"\ud800"}""", "text")]
    [InlineData(typeof(Identifiers), """{"id":"{00000000-0000-0000-0000-000000000000}"}""", "id")]
    [InlineData(typeof(Identifiers), """{"id":""}""", "id")]
    [InlineData(typeof(DateTimes), """{"at":"2024-02-30T00:00:00"}""", "at")]
    [InlineData(typeof(DateTimes), """{"at":1}""", "at")]
    [InlineData(typeof(DateTimes), """{"instant":"yesterday"}""", "instant")]
    [InlineData(typeof(Dates), """{"date":"2024-02-30"}""", "date")]
    [InlineData(typeof(Dates), """{"date":"2024-02-03T00:00:00"}""", "date")]
    [InlineData(typeof(Dates), """{"time":"24:00:00"}""", "time")]
    [InlineData(typeof(Dates), """{"duration":"1 day"}""", "duration")]
    [InlineData(typeof(Dates), """{"duration":null}""", "duration")]
    [InlineData(typeof(Addresses), """{"uri":"http://["}""", "uri")]
    [InlineData(typeof(Addresses), """{"uri":1}""", "uri")]
    [InlineData(typeof(Bytes), """{"content":"?"}""", "content")]
    [InlineData(typeof(Bytes), """{"content":[1]}""", "content")]
    [InlineData(typeof(Colors), """{"color":"Purple"}""", "color")]
    [InlineData(typeof(Colors), """{"color":""}""", "color")]
    [InlineData(typeof(Colors), """{"color":"Red,"}""", "color")]
    [InlineData(typeof(Colors), """{"color":null}""", "color")]
    [InlineData(typeof(Colors), """{"color":1.5}""", "color")]
    [InlineData(typeof(Colors), """{"color":["Red"]}""", "color")]
    [InlineData(typeof(Sizes), """{"tiny":256}""", "tiny")]
    [InlineData(typeof(Arrays), """{"numbers":{}}""", "numbers")]
    [InlineData(typeof(Arrays), """{"numbers":[1,"2"]}""", "numbers[1]")]
    [InlineData(typeof(Arrays), """{"grid":[[1],[1,2,null]]}""", "grid[1][2]")]
    [InlineData(typeof(ImmutableArrays), """{"numbers":null}""", "numbers")]
    [InlineData(typeof(Dictionaries), """{"numbers":[]}""", "numbers")]
    [InlineData(typeof(Dictionaries), """{"numbers":{"a":1,"b":"2"}}""", "numbers.b")]
    [InlineData(typeof(OrderPlaced), """{"total":"10 EUR"}""", "total")]
    [InlineData(typeof(OrderPlaced), """{"place":null}""", "place")]
    [InlineData(typeof(HalfNumbers), """{"half":65520}""", "half")]
    [InlineData(typeof(HalfNumbers), """{"half":"1"}""", "half")]
    [InlineData(typeof(HalfNumbers), """{"half":null}""", "half")]
    [InlineData(typeof(Versions), """{"version":"1"}""", "version")]
    [InlineData(typeof(Versions), """{"version":" 1.2"}""", "version")]
    [InlineData(typeof(Versions), """{"version":1.2}""", "version")]
    [InlineData(typeof(InMemory), """{"readOnly":"?"}""", "readOnly")]
    [InlineData(typeof(InMemory), """{"editable":[1]}""", "editable")]
    [InlineData(typeof(Sets), """{"numbers":{}}""", "numbers")]
    [InlineData(typeof(Sets), """{"ids":["x"]}""", "ids[0]")]
    [InlineData(typeof(ImmutableCollections), """{"list":1}""", "list")]
    [InlineData(typeof(ImmutableCollections), """{"colors":["Red","Purple"]}""", "colors[1]")]
    [InlineData(typeof(ImmutableCollections), """{"map":{"a":{"amount":1}}}""", "map.a.currency")]
    [InlineData(typeof(NamedMembers), """{"n":"1"}""", "n")]
    [InlineData(typeof(NamedMembers), """{"":"1"}""", "")]
    [InlineData(typeof(IgnoredOneWay), """{"onlyRead":"x"}""", "onlyRead")]
    [InlineData(typeof(MarkedConstructor), """{"number":"1"}""", "number")]
    [InlineData(typeof(Converted), """{"temperature":"warm"}""", "temperature")]
    [InlineData(typeof(Converted), """{"all":[1,2,true]}""", "all[2]")]
    [InlineData(typeof(Converted), """{"places":[[1,2],[1,"2"]]}""", "places[1][1]")]
    [InlineData(typeof(Converted), """{"agreed":"maybe"}""", "agreed")]
    [InlineData(typeof(Converted), """{"asText":"5"}""", "asText")]
    [InlineData(typeof(Hierarchies), """{"payment":{"amount":1}}""", "payment")]
    [InlineData(typeof(Hierarchies), """{"payment":{"amount":{"amount":1,"currency":"EUR"},"$type":"cash"}}""", "payment")]
    [InlineData(typeof(Hierarchies), """{"payment":{}}""", "payment")]
    [InlineData(typeof(Hierarchies), """{"payment":[]}""", "payment")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":"cheque"}}""", "payment.$type")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":1}}""", "payment.$type")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":null}}""", "payment.$type")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":["cash"]}}""", "payment.$type")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":"card","number":5}}""", "payment.number")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":"cash","$type":"cash"}}""", "payment.$type")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":"cash","$id":1}}""", "payment.$id")]
    [InlineData(typeof(Hierarchies), """{"payment":{"$type":"cash"}}""", "payment.amount")]
    [InlineData(typeof(Hierarchies), """{"figure":{"kind":1.5}}""", "figure.kind")]
    [InlineData(typeof(Hierarchies), """{"figure":{"kind":"1"}}""", "figure.kind")]
    [InlineData(typeof(Hierarchies), """{"figure":{"$type":1,"kind":1}}""", "figure")]
    [InlineData(typeof(Hierarchies), """{"figures":[null,{"kind":1,"radius":"r"}]}""", "figures[1].radius")]
    [InlineData(typeof(Hierarchies), """{"animal":{"name":"n","$type":"dog"}}""", "animal.$type")]
    [InlineData(typeof(Hierarchies), """{"plants":{"a":{"name":"n"}}}""", "plants.a")]
    [InlineData(typeof(HierarchyOfEvents), """{"settlement":{"$type":"settled","id":1}}""", "settlement.id")]
    [InlineData(typeof(Recursive), """{"node":{"number":1,"next":{"number":2,"next":{"next":null}}}}""", "node.next.next.number")]
    [InlineData(typeof(Recursive), """{"term":{"$type":"sum","left":{"$type":"constant","value":"1"}}}""", "term.left.value")]
    [InlineData(typeof(RecursiveEvent), """{"number":1,"before":{"number":"2"}}""", "before.number")]
    [InlineData(typeof(LeftToContext), """{"tags":[1]}""", "tags")]
    [InlineData(typeof(LeftToContext), """{"tags":[],"rates":{"today":1}}""", "rates")]
    [InlineData(typeof(LeftToContext), """{"queues":[[1],["2"]]}""", "queues[1]")]
    [InlineData(typeof(LeftToContext), """{"loose":{"number":"1"}}""", "loose")]
    [InlineData(typeof(LeftToContext), """{"pair":null}""", "pair")]
    [InlineData(typeof(Wrappers), """{"id":1}""", "id")]
    [InlineData(typeof(Wrappers), """{"id":null}""", "id")]
    [InlineData(typeof(Wrappers), """{"id":{"value":"00000000-0000-0000-0000-000000000000"}}""", "id")]
    [InlineData(typeof(Wrappers), """{"tint":"Purple"}""", "tint")]
    [InlineData(typeof(Wrappers), """{"total":{"amount":"1"}}""", "total.amount")]
    [InlineData(typeof(Wrappers), """{"basket":[{"amount":1,"currency":5}]}""", "basket[0].currency")]
    [InlineData(typeof(NullableWrappers), """{"number":"1"}""", "number")]
    [InlineData(typeof(KeyedByIntegers), """{"byte":{"1":1,"256":1}}""", "byte.256")]
    [InlineData(typeof(KeyedByIntegers), """{"long":{"one":[]}}""", "long.one")]
    [InlineData(typeof(KeyedByIntegers), """{"uLong":{"-1":{}}}""", "uLong.-1")]
    [InlineData(typeof(KeyedByGuid), """{"amounts":{"4711":1}}""", "amounts.4711")]
    [InlineData(typeof(KeyedByEnums), """{"colors":{"Purple":1}}""", "colors.Purple")]
    [InlineData(typeof(KeyedByEnums), """{"tiny":{"200":1}}""", "tiny.200")]
    [InlineData(typeof(KeyedByWrappers), """{"balances":{"x":1}}""", "balances.x")]
    [InlineData(typeof(KeyedByWrappers), """{"shades":{"Red":1}}""", "shades.Red")]
    public void A_value_of_another_kind_is_refused_with_its_path(Type type, string json, string member) =>
        Assert.Equal(member, Events.Refused(TestsEvents.Model.Find(type)!, Encoding.UTF8.GetBytes(json)).Member);

    [Fact]
    public void The_message_tells_event_stream_version_member_and_byte()
    {
        var json = $$"""{"lines":[{{Line}},{{Line.Replace("1", "true", StringComparison.Ordinal)}}]}""";

        var exception = Events.Refused<OrderPlaced>(json);

        Assert.Equal("lines[1].quantity", exception.Member);
        Assert.Equal(json.IndexOf("true", StringComparison.Ordinal), exception.BytePosition);
        Assert.StartsWith($"Event 'order-placed' at version 3 of stream 'order/4711' cannot be read: member 'lines[1].quantity', byte {exception.BytePosition}:", exception.Message);
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Depth_ends_at_64_even_inside_of_what_is_unknown(int arrays, bool isRead)
    {
        var json = $$"""{"unknown":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";

        if (isRead)
            Assert.Equal(new Empty(), Events.Read<Empty>(json));
        else
            Assert.Equal("unknown" + string.Concat(Enumerable.Repeat("[0]", 62)), Events.Refused<Empty>(json).Member);
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc3 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xc0, 0x80 })]
    public void Text_that_is_no_UTF8_is_refused(byte[] bytes)
    {
        byte[] json = [.. """{"third":"t","text":"a"""u8, .. bytes, .. "\"}"u8];

        Assert.Equal("text", Events.Refused(Events.Definition("texts"), json).Member);
    }
}
