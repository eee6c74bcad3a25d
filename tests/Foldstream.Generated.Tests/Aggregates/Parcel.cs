using Foldstream.Generated.Library;

namespace Foldstream.Generated.Tests;

/// <summary>A nested aggregate over a declared set of another assembly's events, one of which it sets aside.</summary>
public static partial class Depot
{
    [Aggregate("parcel", Events = typeof(IParcelEvent))]
    [Ignores<ParcelWeighed>]
    public partial class Parcel
    {
        public string Town { get; private set; } = "";

        public DateTimeOffset? DeliveredAt { get; private set; }

        public string? ReturnedFor { get; private set; }

        public void Send(string sender, Address to) => Raise(new ParcelSent(sender, to));

        public void Deliver(DateTimeOffset at) => Raise(new ParcelDelivered(at));

        protected void Apply(ParcelSent e) => Town = e.To.Town ?? "";

        protected void Apply(ParcelDelivered e) => DeliveredAt = e.At;

        protected void Apply(ParcelReturned e) => ReturnedFor = $"{e.Reason}/{e.IsDamaged}";
    }
}
