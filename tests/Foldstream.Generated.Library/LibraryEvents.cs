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

[Event("parcel-returned")]
public sealed record ParcelReturnedV1(string Why) : IParcelEvent;

[Event("parcel-returned", Version = 2)]
public sealed record ParcelReturned(string Reason, bool IsDamaged) : IParcelEvent
{
    [Upcast]
    internal static ParcelReturned From(ParcelReturnedV1 old) => new(old.Why, IsDamaged: old.Why == "broken");
}

[Event("van-loaded")]
public sealed record VanLoaded(string Parcel);

[Event("van-washed")]
public sealed record VanWashed;

/// <summary>An aggregate whose handlers are private to this assembly.</summary>
[Aggregate("van")]
[Ignores<VanWashed>]
public partial class Van
{
    public int Parcels { get; private set; }

    public void Load(string parcel) => Raise(new VanLoaded(parcel));

    private void Apply(VanLoaded e) => Parcels++;
}
