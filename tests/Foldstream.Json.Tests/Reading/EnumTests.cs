namespace Foldstream.Json.Tests;

/// <summary>The ways in which enums may stand in stored content.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData("\"Blue\"", Color.Blue)]
    [InlineData("\"blue\"", Color.Blue)]
    [InlineData("\"Bl\\u0075e\"", Color.Blue)]
    [InlineData("2", Color.Blue)]
    [InlineData("77", (Color)77)]
    [InlineData("-1", (Color)(-1))]
    public void Enums_are_read_from_names_and_integers(string json, Color color) => Assert.Equal(color, Read(json));

    [Theory]
    [InlineData("\"Read, Write\"", Rights.Read | Rights.Write)]
    [InlineData("\"ReadWrite\"", Rights.Read | Rights.Write)]
    [InlineData("\"admin,read\"", Rights.Admin | Rights.Read)]
    [InlineData("\"None\"", Rights.None)]
    public void Flags_are_read_from_lists_of_names(string json, Rights rights) =>
        Assert.Equal(rights, Events.Read<Flags>($$"""{"rights":{{json}},"weekdays":1,"signed":1,"long":1}""").Rights);

    [Theory]
    [InlineData("Blue", Color.Blue)]
    [InlineData("blue", Color.Blue)]
    [InlineData("77", (Color)77)]
    [InlineData("-1", (Color)(-1))]
    [InlineData("\\u0037", (Color)7)]
    public void Keys_are_read_from_names_and_integers(string json, Color color) => Assert.Equal(
        [color], Events.Read<KeyedByEnums>($$$"""{"colors":{"{{{json}}}":1},"spellings":{},"rights":{},"tiny":{},"uLong":{},"flags":{}}""").Colors.Keys);

    [Fact]
    public void A_name_that_is_none_is_told()
    {
        var exception = Events.Refused<Colors>("""{"color":"Purple"}""");

        Assert.Contains("member 'color', byte 9: 'Purple' is not a name of Color", exception.Message);
    }

    private static Color Read(string json) => Events.Read<Colors>($$"""{"color":{{json}},"spelling":1,"aliased":1,"nothing":0}""").Color;
}
