namespace Foldstream.Json.Tests;

public abstract record Document(Guid Id, string Title)
{
    public string? Author { get; init; } = "unknown";

    public virtual string Kind => "document";

    public required int Pages { get; init; }
}

public record Letter(Guid Id, string Title, string Recipient) : Document(Id, Title)
{
    public override string Kind => "letter";

    public bool IsUrgent { get; init; }
}

public sealed record Postcard(Guid Id, string Title, string Recipient, string Picture) : Letter(Id, Title, Recipient);

public class Measured
{
    public int Unit { get; init; } = 1;

    public int Value { get; init; }

    public virtual int Scale { get; init; } = 10;
}

public sealed class Weighed : Measured
{
    public new string Unit { get; init; } = "kg";

    public override int Scale { get; init; } = 20;

    public decimal Tare { get; init; }
}

[Event("inherited-members")]
public sealed record InheritedMembers(Letter Letter, Postcard Postcard, List<Postcard?> More, Weighed Weighed);

public abstract record Recorded(DateTimeOffset At)
{
    public string? Remark { get; init; } = "none";
}

[Event("inheriting")]
public sealed record Inheriting(DateTimeOffset At, int Number) : Recorded(At);

[Event("inheriting-class")]
public sealed class InheritingClass : InheritedFrom
{
    public int Own { get; init; } = 1;
}

public class InheritedFrom : InheritedFromFirst
{
    public string Second { get; init; } = "second";
}

public class InheritedFromFirst
{
    public string First { get; init; } = "first";
}
