namespace Foldstream.TestKit;

/// <summary>One step of a random history; numbers that are too large for the history so far wrap around.</summary>
internal abstract record StoreStep;

/// <summary>Appends new events to one stream.</summary>
internal sealed record AppendStep(int Stream, int Events, Expectation Expectation) : StoreStep;

/// <summary>Appends new events to several streams at once; streams that are named twice are taken once.</summary>
internal sealed record AppendToManyStep(AppendStep[] Appends) : StoreStep
{
    public override string ToString() => $"AppendToMany {{ {string.Join(", ", Appends.AsEnumerable())} }}";
}

/// <summary>Repeats an earlier append exactly, whatever has happened since.</summary>
internal sealed record RepeatStep(int Earlier) : StoreStep;

/// <summary>Repeats an earlier append with a new event at its end.</summary>
internal sealed record MixStep(int Earlier) : StoreStep;

/// <summary>Repeats an earlier append in another stream.</summary>
internal sealed record MoveStep(int Earlier, int Stream) : StoreStep;

/// <summary>Reads a range of one stream.</summary>
internal sealed record ReadStep(int Stream, int From, int? To, int? Limit, ReadDirection Direction) : StoreStep;

/// <summary>Reads a range of the log; positions are numbers of events since the history began.</summary>
internal sealed record ReadLogStep(int? After, int? UpTo, int? Limit, ReadDirection Direction, bool OneTenant) : StoreStep;
