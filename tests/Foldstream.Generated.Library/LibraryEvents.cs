namespace Foldstream.Generated.Library;

/// <summary>Events of one assembly that an aggregate of another one handles.</summary>
public interface IParcelEvent;

[Event("parcel-sent")]
public sealed record ParcelSent(string Sender, Address To) : IParcelEvent;

[Event("parcel-delivered")]
public readonly record struct ParcelDelivered(DateTimeOffset At) : IParcelEvent;

[Event("parcel-weighed")]
public sealed record ParcelWeighed(decimal Kilograms) : IParcelEvent;

public sealed record Address(string Street, string? Town);
